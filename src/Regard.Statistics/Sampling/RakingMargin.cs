namespace Regard.Statistics;

/// <summary>The known distribution of one variable in the population.</summary>
public sealed record RakingMargin
{
    const double Rounding = 0.01;

    RakingMargin(string name, IReadOnlyDictionary<string, double> shares, double? population) =>
        (Name, Shares, Population) = (name, shares, population);

    /// <summary>The variable, as its column is called.</summary>
    public string Name { get; }

    /// <summary>Share of each category, 0 to 1, together 1.</summary>
    public IReadOnlyDictionary<string, double> Shares { get; }

    /// <summary>People of all categories together; null when shares were given.</summary>
    public double? Population { get; }

    /// <summary>A margin from shares (about 1 in total), percentages (about 100) or numbers of people (anything more).</summary>
    /// <param name="name">The variable.</param>
    /// <param name="targets">At least two categories, none negative.</param>
    /// <exception cref="DataRefused">Fewer than two categories, a negative target, or shares that do not sum to 1.</exception>
    public static RakingMargin Of(string name, IReadOnlyDictionary<string, double> targets)
    {
        if (targets.Count < 2) throw new DataRefused(DataFault.BadSpecification, $"The margin {name} needs two categories or more.", name);
        foreach (var (category, target) in targets)
            if (!(double.IsFinite(target) && target >= 0)) throw new DataRefused(DataFault.BadSpecification, $"The target of {name} = {category} is {target}: a share or number of people is 0 or more.", name);
        var sum = targets.Values.Sum();
        if (sum < 2 && Math.Abs(sum - 1) > Rounding) throw new DataRefused(DataFault.BadSpecification, $"The shares of {name} sum to {sum}, not to 1.", name);
        var counted = Math.Abs(sum - 1) > Rounding && Math.Abs(sum - 100) > 100 * Rounding;
        return new(name, targets.ToDictionary(t => t.Key, t => t.Value / sum), counted ? sum : null);
    }
}
