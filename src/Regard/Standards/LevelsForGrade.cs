namespace Regard.Standards;

/// <summary>Standards that demand another level for customers of a grade, as they hold for these today.</summary>
sealed record LevelsForGrade(string Grade) : Question<IReadOnlyList<Standard>>
{
    internal override Permission Needs => Permission.SeeCustomers;

    internal override async Task<IReadOnlyList<Standard>> Run(Session s) =>
    [
        .. from version in await StandardStore.Graded(s, s.Today)
           from level in version.Grades
           where level.Grade == Grade
           select version with { Demanded = level.Demanded ?? version.Demanded, Minimum = Math.Min(version.Minimum, level.Demanded ?? version.Demanded), Limit = level.Limit ?? version.Limit },
    ];
}
