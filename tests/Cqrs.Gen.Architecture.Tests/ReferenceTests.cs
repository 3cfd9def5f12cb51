using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Cqrs.Gen.Architecture.Tests;

/// <summary>Who may know whom. A project or package that is missing here is a decision that was not taken yet.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Cqrs.Gen"] = [],
        ["Cqrs.Gen.Storage"] = ["Cqrs.Gen"],
        ["Cqrs.Gen.Runtime"] = ["Cqrs.Gen.Storage", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions"],
        ["Cqrs.Gen.PostgreSql"] = ["Cqrs.Gen.Storage", "Npgsql"],
        ["Cqrs.Gen.Sqlite"] = ["Cqrs.Gen.Storage", "Microsoft.Data.Sqlite"],
        ["Cqrs.Gen.Testing"] = ["Cqrs.Gen.Storage"],
    };

    /// <summary>What a store says and is told, beside faults.</summary>
    private static readonly string[] Spoken = ["EventSource", "StoreFault"];

    public static TheoryData<string> Projects() => [.. Directory.EnumerateDirectories(Repository.At("src")).Select(static folder => Path.GetFileName(folder)!)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_what_the_architecture_lets_it(string project)
    {
        XDocument file = XDocument.Load(Repository.At("src", project, project + ".csproj"));
        string[] references = [.. Included(file, "ProjectReference").Select(static path => Path.GetFileNameWithoutExtension(path)), .. Included(file, "PackageReference")];

        Findings.AreNone(references.Except(Allowed[project]));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_package_passes_the_compiler_assemblies_on(string project)
    {
        IEnumerable<XElement> references = XDocument.Load(Repository.At("src", project, project + ".csproj")).Descendants("ProjectReference")
            .Where(static reference => reference.Attribute("ReferenceOutputAssembly")?.Value != "false");

        Assert.All(references, static reference => Assert.Equal("none", reference.Attribute("PrivateAssets")?.Value));
    }

    [Fact]
    public void The_contracts_depend_on_the_base_class_library_alone()
    {
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] references = AssemblyReferences("Cqrs.Gen");

        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.True(File.Exists(Path.Combine(runtime, reference + ".dll")), reference));
    }

    [Fact]
    public void Storage_knows_names_and_bytes_but_no_aggregate()
    {
        string[] foreign = [.. TypesUsedBy("Cqrs.Gen.Storage", "Cqrs.Gen")
            .Where(static type => !type.EndsWith("Exception", StringComparison.Ordinal) && !Spoken.Contains(type))];

        Findings.AreNone(foreign);
    }

    private static IEnumerable<string> Included(XDocument project, string item) => project.Descendants(item)
        .Where(static reference => reference.Attribute("ReferenceOutputAssembly")?.Value != "false" && reference.Attribute("PrivateAssets")?.Value != "all")
        .Select(static reference => reference.Attribute("Include")!.Value.Replace('\\', '/'));

    private static string[] AssemblyReferences(string assembly) => Read(assembly, static reader =>
        reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name)));

    private static string[] TypesUsedBy(string assembly, string referenced) => Read(assembly, reader => reader.TypeReferences
        .Select(reader.GetTypeReference)
        .Where(type => type.ResolutionScope.Kind == HandleKind.AssemblyReference
            && reader.StringComparer.Equals(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name, referenced))
        .Select(type => reader.GetString(type.Name)));

    private static string[] Read(string assembly, Func<MetadataReader, IEnumerable<string>> read)
    {
        using PEReader file = new(File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly + ".dll")));
        return [.. read(file.GetMetadataReader())];
    }
}
