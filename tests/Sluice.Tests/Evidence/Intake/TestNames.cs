using Sluice.Evidence;
using Sluice.Evidence.Intake;
using Sluice.Reading;
using Sluice.Tests.Cases;

namespace Sluice.Tests.Evidence.Intake;

/// <summary>Names of the atlas and what the founding case knows, for tests of intake.</summary>
internal static class TestNames
{
    static readonly Lazy<EvidenceRecord> founding = new(() => TestCases.Founding.Load().Case!.Evidence);

    static readonly Lazy<NameBook> book = new(() => new(Yaml.Read("names.yaml", TestCases.Atlas.Text("names.yaml"), "names", new Diagnostics())!, founding.Value.Sources));

    public static EvidenceRecord Founding => founding.Value;

    public static NameBook Book => book.Value;

    public static IntakeResult Read(string page, DateOnly? latest = null) => PageIntake.Read(PageReader.Read(page), Book, Founding, latest ?? new(2025, 8, 21), null);
}
