using System.Globalization;
using Regard.Statistics;
namespace Regard.Benchmarks.Churn;

/// <summary>telco_churn.csv, from shared/data in any folder above or where REGARD_REFERENCE points, coded as the reference beside it says.</summary>
static class TelcoTable
{
    public static readonly string[] Covariates = ["senior", "partner", "dep", "c1", "c2", "fiber", "nonet", "sec", "tech", "paperless", "echeck", "MonthlyCharges"];

    /// <summary>Null where the file is not there.</summary>
    public static Observations? Read()
    {
        if (Roots().Select(root => Path.Combine(root, "data", "telco_churn.csv")).FirstOrDefault(File.Exists) is not { } path) return null;
        var lines = File.ReadLines(path).Select(l => l.Split(',')).ToArray();
        double[] Number(string column) => [.. lines.Skip(1).Select(r => double.Parse(r[Array.IndexOf(lines[0], column)], CultureInfo.InvariantCulture))];
        double[] Is(string column, string value) => [.. lines.Skip(1).Select(r => r[Array.IndexOf(lines[0], column)] == value ? 1.0 : 0)];
        return Observations.Of([.. Covariates, "tenure", "churn"],
        [
            Number("SeniorCitizen"), Is("Partner", "Yes"), Is("Dependents", "Yes"), Is("Contract", "One year"), Is("Contract", "Two year"), Is("InternetService", "Fiber optic"), Is("InternetService", "No"),
            Is("OnlineSecurity", "Yes"), Is("TechSupport", "Yes"), Is("PaperlessBilling", "Yes"), Is("PaymentMethod", "Electronic check"), Number("MonthlyCharges"), Number("tenure"), Is("Churn", "Yes"),
        ]);
    }

    static IEnumerable<string> Roots()
    {
        if (Environment.GetEnvironmentVariable("REGARD_REFERENCE") is { Length: > 0 } named) yield return named;
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent) yield return Path.Combine(at.FullName, "shared");
    }
}
