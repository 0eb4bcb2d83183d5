namespace Regard.Loyalty;

/// <summary>The rules that a company starts from: gross profit where most purchases carry it, else revenue, with the usual cuts, and the days that its own purchases suggest. They stand as set by the installation until somebody decides.</summary>
sealed record StartRules(GradeBasis? Grades, int? ChurnDays) : Change<Done>
{
    const int Months = 12;

    internal override Permission Needs => Permission.RunInstallation;

    internal override async Task<Done> Run(Session s)
    {
        if (Grades is { } basis) await LoyaltyStore.Add(s, basis, GradeMethod.Shares, Months, [0.5, 0.8, 0.95]);
        if (ChurnDays is { } days) await LoyaltyStore.Add(s, new Dictionary<string, int> { [ChurnRule.AllOthers] = days });
        return default;
    }
}
