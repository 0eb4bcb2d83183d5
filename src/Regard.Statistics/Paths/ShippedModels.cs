namespace Regard.Statistics;

/// <summary>The index models that come with the library.</summary>
public static class ShippedModels
{
    /// <summary>ACSI, CCSI, ECSI.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(ShippedModels).Assembly.GetManifestResourceNames().Where(IsModel).Select(r => r.Split('.')[^2].ToUpperInvariant()).Order(StringComparer.Ordinal)];

    /// <summary>A model by name; ECSI takes the items of the European mobile phone questionnaire by their usual names.</summary>
    /// <param name="name">One of <see cref="Names"/>, in any case.</param>
    /// <exception cref="DataRefused">There is no such model.</exception>
    public static PathModel Read(string name) => ModelFile.Read(Yaml(name));

    /// <summary>The file itself, to start a model of one's own from.</summary>
    /// <param name="name">One of <see cref="Names"/>, in any case.</param>
    /// <exception cref="DataRefused">There is no such model.</exception>
    public static string Yaml(string name)
    {
        var assembly = typeof(ShippedModels).Assembly;
        var resource = assembly.GetManifestResourceNames().FirstOrDefault(r => IsModel(r) && string.Equals(r.Split('.')[^2], name, StringComparison.OrdinalIgnoreCase))
            ?? throw new DataRefused(DataFault.BadSpecification, $"There is no model {name}; there are {string.Join(", ", Names)}.");
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    static bool IsModel(string resource) => resource.Contains(".Paths.Models.", StringComparison.Ordinal) && resource.EndsWith(".yaml", StringComparison.Ordinal);
}
