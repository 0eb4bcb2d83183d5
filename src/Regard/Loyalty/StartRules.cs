namespace Regard.Loyalty;

/// <summary>The rules that a company starts from: the usual cuts, and the days that its own purchases suggest. They stand as set by the installation until somebody decides.</summary>
sealed record StartRules(bool Grades, int? ChurnDays) : Change<Done>
{
    const int Months = 12;

    internal override Permission Needs => Permission.RunInstallation;

    internal override async Task<Done> Run(Session s)
    {
        if (Grades) await LoyaltyStore.Add(s, GradeBasis.Revenue, GradeMethod.Shares, Months, [0.5, 0.8, 0.95]);
        if (ChurnDays is { } days) await LoyaltyStore.Add(s, new Dictionary<string, int> { [ChurnRule.AllOthers] = days });
        return default;
    }
}
