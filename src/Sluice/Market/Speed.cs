namespace Sluice.Market;

/// <summary>How fast a part is at a workload, in equivalents per unit.</summary>
public static class Speed
{
    /// <summary>
    /// Measured speed where the workload states one; else a roofline against the reference part. Null where the part lacks a rate in any
    /// format of the workload, a bandwidth, or an efficiency of its stack: then it is not offered for that workload.
    /// </summary>
    /// <remarks>
    /// efficiency / (κ · F_ref/F + (1 − κ) · B_ref/B), F at the first format that the part has, B memory bandwidth; a two-sided roofline in
    /// the sense of Williams, Waterman, Patterson (2009).
    /// </remarks>
    public static double? Of(Part part, Workload workload, Part reference)
    {
        if (workload.Speed.TryGetValue(part.Id, out var measured))
            return measured.Value;
        if (!workload.Efficiency.TryGetValue(part.Stack, out var efficiency))
            return null;
        if (FirstRate(part, workload) is not { } rate || FirstRate(reference, workload) is not { } referenceRate)
            return null;
        if (part.Bandwidth?.Value is not { } bandwidth || reference.Bandwidth?.Value is not { } referenceBandwidth)
            return null;
        var κ = workload.ComputeBound.Value;
        return efficiency.Value / (κ * referenceRate / rate + (1 - κ) * referenceBandwidth / bandwidth);
    }

    static double? FirstRate(Part part, Workload workload)
    {
        foreach (var format in workload.Precision)
            if (part.Dense.TryGetValue(format, out var rate) && rate.Value is { } value)
                return value;
        return null;
    }
}
