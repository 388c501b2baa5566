namespace Sluice.Market;

/// <summary>Number formats that accelerators compute in, with the bit length that export rules count.</summary>
public static class NumberFormat
{
    /// <summary>Formats known here, in the order in which they are documented.</summary>
    public static IReadOnlyList<string> All { get; } = ["fp4", "int4", "fp8", "int8", "fp16", "bf16", "tf32", "fp32", "fp64"];

    /// <summary>Bit length of one operand; null for a format not known here.</summary>
    /// <remarks>TF32 is stored in 32 bits and multiplies 19; the rules count the widest input, 19, as published guidance reads it.</remarks>
    public static int? Bits(string format) => format switch
    {
        "fp4" or "int4" => 4,
        "fp8" or "int8" => 8,
        "fp16" or "bf16" => 16,
        "tf32" => 19,
        "fp32" => 32,
        "fp64" => 64,
        _ => null,
    };
}
