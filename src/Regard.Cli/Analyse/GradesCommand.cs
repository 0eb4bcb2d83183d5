using System.CommandLine;
using System.Globalization;
using Regard.Statistics;
namespace Regard.Cli.Analyse;

/// <summary>regard analyse grades: customers in grades by value, and how concentrated the value is.</summary>
static class GradesCommand
{
    public static Command Make()
    {
        var data = AnalyseOptions.Data;
        var customer = new Option<string>("--customer") { Description = "Column with the customer; the values of several rows are added", Required = true };
        var value = new Option<string>("--value") { Description = "Column with the value: profit, revenue, lifetime value", Required = true };
        var cuts = new Option<string?>("--cuts") { Description = "Shares of value at which the grades end", DefaultValueFactory = _ => "0.5,0.8,0.95" };
        var thresholds = new Option<string?>("--thresholds") { Description = "Lowest values of the grades from A down, in place of shares" };
        var customers = new Option<bool>("--customers") { Description = "Tell every customer" };
        var asJson = AnalyseOptions.Json;
        var command = new Command("grades", "Grades A to D by value, the share of the top fifth, and Gini's coefficient") { data, customer, value, cuts, thresholds, customers, asJson };
        command.SetAction(parsed => BadInput.Guard(() =>
        {
            string who = parsed.GetRequiredValue(customer), what = parsed.GetRequiredValue(value);
            var file = new DataFile(parsed.GetValue(data), [what], [who]);
            var (names, values) = ByCustomer(file, who, what);
            var grades = parsed.GetValue(thresholds) is { } falling
                ? ValueGrades.ByThreshold(values, Numbers(falling, false)) : ValueGrades.ByShare(values, Numbers(parsed.GetValue(cuts)!, true));
            var concentration = values.Length > 1 ? Concentration.Of(values) : null;
            if (parsed.GetValue(asJson)) Printed.Json(Shape(file.Rows, names, grades, values, concentration, parsed.GetValue(customers)));
            else Print(names, grades, values, concentration, parsed.GetValue(customers));
        }));
        return command;
    }

    static double[] Numbers(string text, bool rising)
    {
        var words = rising ? new Invalid("cuts", "Write the cuts as rising shares, such as 0.5,0.8,0.95.") : new Invalid("thresholds", "Write the thresholds as falling values, such as 10000,2000,500.");
        double[] numbers = [.. AnalyseOptions.Split(text).Select(t => AnalyseOptions.Number(t) ?? throw words)];
        var fits = numbers.Length is > 0 and <= 25 && numbers.Zip(numbers.Skip(1)).All(p => rising ? p.First < p.Second : p.First > p.Second) && (!rising || numbers.All(c => c is > 0 and < 1));
        return fits ? numbers : throw words;
    }

    /// <summary>In the order of the names, numbers by size, so that ties do not depend on the order of rows.</summary>
    static (string[] Names, double[] Values) ByCustomer(DataFile file, string who, string what)
    {
        var (names, values, sums) = (file.Labels(who), file.Numbers(what), new Dictionary<string, double>());
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i] is "" or "NA" || double.IsNaN(values[i])) continue;
            if (values[i] < 0) throw new Invalid("value", "Line {0}, {1}: {2} is negative. Net returns against purchases first.", i + 2, what, values[i].ToString(CultureInfo.InvariantCulture));
            sums[names[i]] = sums.GetValueOrDefault(names[i]) + values[i];
        }
        if (sums.Count == 0) throw new Invalid("data", "No row has both a customer and a value.");
        var ordered = sums.OrderBy(s => AnalyseOptions.Number(s.Key) ?? double.PositiveInfinity).ThenBy(s => s.Key, StringComparer.Ordinal).ToArray();
        return ([.. ordered.Select(s => s.Key)], [.. ordered.Select(s => s.Value)]);
    }

    static object Shape(int rows, string[] names, ValueGrades grades, double[] values, Concentration? concentration, bool customers) => new
    {
        rows, n = values.Length, total = values.Sum(),
        grades = grades.Grades.Select(g => new { grade = g.Grade.ToString(), customers = g.Customers, value = g.Value, shareOfValue = g.ShareOfValue, shareOfCustomers = g.ShareOfCustomers, lowest = g.Lowest }),
        topFifthShare = concentration?.TopShare(0.2).Value, topFifthLower = concentration?.TopShare(0.2).Lower, topFifthUpper = concentration?.TopShare(0.2).Upper,
        gini = concentration?.Gini.Value, giniLower = concentration?.Gini.Lower, giniUpper = concentration?.Gini.Upper, giniSe = concentration?.Gini.StandardError,
        lorenz = concentration?.Lorenz(20).Select(p => new { customers = p.Customers, value = p.Value }),
        customers = customers ? names.Select((name, i) => new { id = name, value = values[i], grade = ((char)('A' + grades.Of[i])).ToString() }) : null,
    };

    static void Print(string[] names, ValueGrades grades, double[] values, Concentration? concentration, bool customers)
    {
        Printed.Table("Grade", ["Customers", "Value", "Share of customers", "Share of value", "Lowest"], grades.Grades.Select(g => (IReadOnlyList<string>)[
            g.Grade.ToString(), $"{g.Customers}", Printed.Number(g.Value), $"{Printed.Number(100 * g.ShareOfCustomers, 1)} %", $"{Printed.Number(100 * g.ShareOfValue, 1)} %", g.Lowest is { } lowest ? Printed.Number(lowest) : ""]));
        if (concentration is not null)
        {
            var top = concentration.TopShare(0.2);
            Printed.Line($"The top fifth bring {Printed.Number(100 * top.Value, 1)} % ({Printed.Number(100 * top.Lower, 1)} to {Printed.Number(100 * top.Upper, 1)}); Gini {Printed.Number(concentration.Gini.Value, 3)} ({Printed.Number(concentration.Gini.Lower, 3)} to {Printed.Number(concentration.Gini.Upper, 3)}); n {values.Length}");
        }
        if (customers) Printed.Table("Customer", ["Value", "Grade"], names.Select((name, i) => (IReadOnlyList<string>)[name, Printed.Number(values[i]), ((char)('A' + grades.Of[i])).ToString()]));
    }
}
