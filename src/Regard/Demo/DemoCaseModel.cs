using Regard.Cases;
namespace Regard.Demo;

/// <summary>What is true of the demo's complaints, written down before anything happens.</summary>
/// <remarks>
/// Complaints arise as <see cref="DemoCustomerModel"/> says, in the last two years also as cases: a known share reaches the company, the rest is never told. Causes, tempers and wishes are drawn from the tables below.
/// Most stores answer within the hour; slow ones take working days. Where the model says that the company made good, the customer gets a remedy and accepts; where not, the case ends without agreement or without an answer.
/// </remarks>
public static class DemoCaseModel
{
    public const int Years = 2;

    /// <summary>Share of those who have reason to complain and do.</summary>
    public const double TellsUs = 0.6;

    public static IReadOnlyList<(Cause Cause, double Share)> Causes { get; } = [(Cause.TooSlow, 0.34), (Cause.Incorrect, 0.26), (Cause.PromiseNotKept, 0.22), (Cause.Rude, 0.13), (Cause.Harm, 0.05)];
    public static IReadOnlyList<(Severity Severity, double Share)> Severities { get; } = [(Severity.Minor, 0.64), (Severity.Serious, 0.28), (Severity.Severe, 0.08)];
    public static IReadOnlyList<(CaseChannel Channel, double Share)> Channels { get; } = [(CaseChannel.InPerson, 0.36), (CaseChannel.Phone, 0.34), (CaseChannel.Message, 0.14), (CaseChannel.Mail, 0.11), (CaseChannel.Letter, 0.03), (CaseChannel.ExternalBody, 0.02)];

    /// <summary>Stores, by their number, that let customers wait for the first word, and the mean working hours of it there and elsewhere.</summary>
    public static IReadOnlyList<int> SlowStores { get; } = [2, 13, 20];
    public const double SlowHours = 9, UsualHours = 0.4;

    /// <summary>Mean working hours until the case is closed, where it was made good and where not.</summary>
    public const double HoursWhenMadeGood = 11, HoursWhenNot = 45;

    /// <summary>Share of cases that change hands once.</summary>
    public const double HandedOver = 0.15;
    /// <summary>Share of the cases of the slow stores that change hands twice more.</summary>
    public const double PassedOnInSlowStores = 0.25;

    /// <summary>Besides complaints, each month and store: words of praise that name somebody, and suggestions.</summary>
    public const double PraiseEachMonth = 0.5, SuggestionsEachMonth = 0.3;

    /// <summary>A recall brings a rush in the last days: so many complaints about waiting, at the stores of the east, on top of all others.</summary>
    public const int Rush = 30, RushDays = 5;
    public static bool InRush(string storeCode) => storeCode.StartsWith('E');

    public static Wish Wants(Cause cause, double u) => cause switch
    {
        Cause.Rude => u < 0.75 ? Wish.Respect : Wish.Both,
        Cause.Incorrect => u < 0.7 ? Wish.Redo : Wish.Compensation,
        Cause.Harm => u < 0.6 ? Wish.Compensation : Wish.Both,
        _ => u < 0.5 ? Wish.Compensation : u < 0.8 ? Wish.Respect : Wish.Both,
    };

    internal static T Draw<T>(IReadOnlyList<(T Value, double Share)> table, Random chance)
    {
        var u = chance.NextDouble();
        foreach (var (value, share) in table) if ((u -= share) < 0) return value;
        return table[0].Value;
    }
}
