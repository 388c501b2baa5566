using System.Collections.Immutable;
using System.Reflection;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Tests.Reading;

/// <summary>Promises that hold for every room of the library.</summary>
public class ConventionTests
{
    private const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static IEnumerable<Type> Types => typeof(Yaml).Assembly.GetTypes().Where(t => !t.ContainsGenericParameters);

    private static IEnumerable<IShape> Shapes => Types.SelectMany(t => t.GetProperties(Statics).Where(p => typeof(IShape).IsAssignableFrom(p.PropertyType)).Select(p => (IShape)p.GetValue(null)!)
        .Concat(t.GetFields(Statics).Where(f => typeof(IShape).IsAssignableFrom(f.FieldType)).Select(f => (IShape)f.GetValue(null)!))).Distinct();

    [Fact]
    public void Every_field_has_a_meaning_and_an_example_that_its_own_kind_accepts()
    {
        Assert.NotEmpty(Shapes);
        Assert.Empty(Shapes.SelectMany(shape => shape.Fields.SelectMany(field => Broken(field).Select(why => $"{shape.Name}.{field.Name} {why}"))));
    }

    static IEnumerable<string> Broken(Field field)
    {
        if (string.IsNullOrWhiteSpace(field.Meaning)) yield return "has no meaning";
        if (field.Meaning.EndsWith('.')) yield return "ends its meaning with a full stop; it is a clause";
        var into = new Diagnostics();
        var reader = new Reader(into).With(new CurrencyTable("USD", new Dictionary<string, CurrencyRate> { ["CNY"] = new("USD", 7.18, new(2025, 8, 21)) }));
        if (!field.Accepts(field.Example, reader)) yield return $"refuses its own example `{field.Example}`: {string.Join('\n', into.Sorted)}";
    }

    [Fact]
    public void Every_shape_prints_a_schema_a_reference_and_an_example()
    {
        foreach (var shape in Shapes)
        {
            Assert.NotEmpty(shape.Schema());
            Assert.NotEmpty(shape.Markdown());
            Assert.NotEmpty(shape.YamlExample());
        }
    }

    [Fact]
    public void Every_diagnostic_code_is_declared_once_and_listed_by_its_room()
    {
        var declared = Types.SelectMany(t => t.GetFields(Statics).Where(f => f.FieldType == typeof(DiagnosticCode)).Select(f => (DiagnosticCode)f.GetValue(null)!)).ToList();
        var rooms = Types.SelectMany(t => t.GetProperties(Statics).Where(p => p.PropertyType == typeof(ImmutableArray<DiagnosticCode>)).Select(p => (ImmutableArray<DiagnosticCode>)p.GetValue(null)!)).ToArray();
        var registered = DiagnosticCodes.Register(rooms);
        Assert.Equal(declared.Select(c => c.Id).Order(StringComparer.Ordinal), registered.Select(c => c.Id));
        Assert.All(registered, code =>
        {
            Assert.False(string.IsNullOrWhiteSpace(code.Title) || code.Title.EndsWith('.'), $"{code.Id}: a title is a few words without full stop");
            Assert.EndsWith(".", code.Explanation, StringComparison.Ordinal);
            Assert.EndsWith(".", code.Mend, StringComparison.Ordinal);
            Assert.NotEmpty(code.Example);
        });
    }

    [Fact]
    public void Only_one_file_knows_each_library_for_files() =>
        Assert.Equal(["CsvCells", "XlsxCells", "Yaml"], Types.Where(t => t.Namespace == "Sluice.Reading" && References(t, "CsvHelper", "MiniExcelLibs", "YamlDotNet")).Select(t => (t.DeclaringType ?? t).Name).Distinct().Order());

    private static bool References(Type type, params string[] libraries) => type.GetMethods(Statics | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Any(m => (m.GetMethodBody()?.LocalVariables.Select(v => v.LocalType) ?? []).Concat(m.GetParameters().Select(p => p.ParameterType)).Any(t => libraries.Contains(t.Namespace?.Split('.')[0])))
        || type.Name == "XlsxCells";
}
