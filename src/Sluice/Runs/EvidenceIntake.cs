using System.Text.Json;
using System.Text.Json.Serialization;
using Sluice.Evidence.Intake;

namespace Sluice.Runs;

/// <summary>The document of <c>sluice evidence add --json</c>. Nothing of it is in a case.</summary>
/// <param name="Report">Entry for the report.</param>
/// <param name="Proposals">Proposals, in the order of the text.</param>
/// <param name="File">The review file.</param>
/// <param name="Text">The extracted text that places of sentences count in.</param>
/// <param name="Notes">What was cut or could not be read as it stood.</param>
public sealed record EvidenceIntake(ReportEntry Report, ImmutableArray<Proposal> Proposals, string File, ExtractedText Text, ImmutableArray<string> Notes)
{
    /// <summary>Makes the document.</summary>
    public static EvidenceIntake Of(IntakeResult intake, string file)
    {
        ArgumentNullException.ThrowIfNull(intake);
        return new(intake.Report, intake.Proposals, file, new(intake.Page.Text.Length, intake.Digest, intake.Page.Language == PageLanguage.Chinese ? "zh" : "en"), intake.Page.Notes);
    }

    /// <summary>The document as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, EvidenceIntakeJson.Default.EvidenceIntake) + "\n";
}

/// <summary>An extracted text by its measures; the text itself is not kept.</summary>
/// <param name="Length">UTF-16 units.</param>
/// <param name="Sha256">SHA-256 of its UTF-8 bytes.</param>
/// <param name="Language">en or zh.</param>
public sealed record ExtractedText(int Length, string Sha256, string Language);

/// <summary>Writes intake as JSON: camelCase keys, two spaces, everything beyond ASCII escaped.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(EvidenceIntake))]
public sealed partial class EvidenceIntakeJson : JsonSerializerContext;
