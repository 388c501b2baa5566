namespace Sluice.Simulation;

/// <summary>Quantiles by selection, linear between order statistics (type 7 of Hyndman and Fan 1996).</summary>
static class Quantiles
{
    /// <summary>A quantile; reorders the values.</summary>
    /// <param name="values">Values.</param>
    /// <param name="share">Which, 0 to 1.</param>
    /// <param name="after">A smaller share that was just asked for of the same values: what is smaller stands in front of it already. 0: none.</param>
    public static double Of(Span<float> values, double share, double after = 0)
    {
        if (values.Length == 1)
            return values[0];
        var position = (values.Length - 1) * share;
        var k = (int)position;
        Select(values, Math.Min(k, (int)((values.Length - 1) * after)), k);
        var low = values[k];
        if (k + 1 >= values.Length)
            return low;
        var high = values[k + 1];
        for (var i = k + 2; i < values.Length; i++)
            high = Math.Min(high, values[i]);
        return low + (position - k) * ((double)high - low);
    }

    // Quickselect (Hoare 1961), median of three: afterwards nothing left of k is larger, nothing right of it smaller.
    static void Select(Span<float> values, int from, int k)
    {
        var (left, right) = (from, values.Length - 1);
        while (left < right)
        {
            var middle = left + (right - left) / 2;
            var pivot = Median(values[left], values[middle], values[right]);
            var (i, j) = (left, right);
            while (i <= j)
            {
                while (values[i] < pivot)
                    i++;
                while (values[j] > pivot)
                    j--;
                if (i <= j)
                {
                    (values[i], values[j]) = (values[j], values[i]);
                    i++;
                    j--;
                }
            }
            if (k <= j)
                right = j;
            else if (k >= i)
                left = i;
            else
                return;
        }
    }

    static float Median(float a, float b, float c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
