using Regard.Statistics;
namespace Regard.Cli.Analyse;

/// <summary>Rows of a file complete in the columns used, names coded as columns of 0 and 1, the outcome as 1 where it has the value asked for.</summary>
sealed class CodedRows
{
    readonly DataFile file;
    readonly int[] kept;

    /// <param name="path">Null when the option was forgotten.</param>
    /// <param name="outcome">What is explained.</param>
    /// <param name="numeric">Columns of numbers; those named as categorical too are names.</param>
    /// <param name="labels">Columns of names to be filled but not coded.</param>
    /// <param name="categorical">Columns of names to code, with the reference after = where it is named.</param>
    public CodedRows(string? path, OutcomeValue outcome, IReadOnlyList<string> numeric, IReadOnlyList<string> labels, IReadOnlyList<string> categorical)
    {
        var coded = categorical.Select(c => c.Split('=', 2, StringSplitOptions.TrimEntries)).Select(c => (Name: c[0], Reference: c.Length > 1 ? c[1] : null)).ToArray();
        Numeric = [.. numeric.Where(n => coded.All(c => c.Name != n))];
        Categories = [.. coded.Select(c => new CategoryFeature(c.Name, c.Reference))];
        string[] named = [outcome.Column, .. labels, .. coded.Select(c => c.Name)];
        file = new DataFile(path, Numeric, named);
        kept = [.. Enumerable.Range(0, file.Rows).Where(i => Numeric.All(n => !double.IsNaN(file.Numbers(n)[i])) && named.All(l => file.Labels(l)[i] is not ("" or "NA")))];
        if (kept.Length == 0) throw new Invalid("data", "No row has all of the columns filled.");
        Outcome = [.. kept.Select(i => outcome.Is(file.Labels(outcome.Column)[i]) ? 1.0 : 0)];
        if (!Outcome.Contains(1)) throw new Invalid("data", "No row of {0} is {1}.", outcome.Column, outcome.Value);
        Codings = [.. coded.Select(c => CategoryCoding.Of(c.Name, Labels(c.Name), c.Reference))];
        Features = [.. Codings.SelectMany(c => c.Names)];
    }

    public int Rows => file.Rows;
    public int N => kept.Length;
    public double[] Outcome { get; }
    public IReadOnlyList<string> Numeric { get; }
    public IReadOnlyList<CategoryFeature> Categories { get; }
    public IReadOnlyList<CategoryCoding> Codings { get; }

    /// <summary>Names of the coded columns.</summary>
    public IReadOnlyList<string> Features { get; }

    public double[] Numbers(string name) => [.. kept.Select(i => file.Numbers(name)[i])];
    public string[] Labels(string name) => [.. kept.Select(i => file.Labels(name)[i])];
    public double[][] Coded() => [.. Codings.SelectMany(c => c.Code(Labels(c.Column)))];

    /// <summary>Numbers from 0 in place of names.</summary>
    public double[] Numbered(string name)
    {
        var places = Labels(name).Distinct().Order(StringComparer.Ordinal).Index().ToDictionary(l => l.Item, l => (double)l.Index);
        return [.. Labels(name).Select(l => places[l])];
    }
}
