using System.Globalization;
using System.Text.Json.Nodes;

namespace Regard.Statistics.Tests.Survival;

/// <summary>telco_churn.csv coded as telco_churn.json says.</summary>
static class Telco
{
    static readonly Lazy<Table> table = new(() => Reference.Data("telco_churn.csv"));

    public static readonly string[] Names = ["senior", "partner", "dep", "c1", "c2", "fiber", "nonet", "sec", "tech", "paperless", "echeck", "MonthlyCharges"];
    public static readonly SurvivalColumns Columns = new("tenure", "churn");

    public static JsonNode Expected => Reference.Results("telco_churn.json");

    public static string[] Labels(string column) => [.. table.Value.Rows.Select(r => r[table.Value.Slot(column)])];

    public static Observations Data
    {
        get
        {
            double[] Is(string column, string value) => [.. Labels(column).Select(x => x == value ? 1.0 : 0)];
            double[] Number(string column) => [.. Labels(column).Select(x => double.Parse(x, CultureInfo.InvariantCulture))];
            return Observations.Of([.. Names, "tenure", "churn"],
            [
                Number("SeniorCitizen"), Is("Partner", "Yes"), Is("Dependents", "Yes"), Is("Contract", "One year"), Is("Contract", "Two year"), Is("InternetService", "Fiber optic"),
                Is("InternetService", "No"), Is("OnlineSecurity", "Yes"), Is("TechSupport", "Yes"), Is("PaperlessBilling", "Yes"), Is("PaymentMethod", "Electronic check"),
                Number("MonthlyCharges"), Number("tenure"), Is("Churn", "Yes"),
            ]);
        }
    }
}
