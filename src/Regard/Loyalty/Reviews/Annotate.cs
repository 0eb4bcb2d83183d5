using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>Notes what happened at a unit on a day.</summary>
public sealed record Annotate(Id<Unit> UnitId, DateOnly Day, string? Text) : Change<Id<Annotation>>
{
    public const int Longest = 80;

    internal override Permission Needs => Permission.EditCustomers;
    internal override string Subject => $"{UnitId} {Day:yyyy-MM-dd}";

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(Text)) yield return new("Text", "Say in a few words what happened.");
        else if (Text.Trim().Length > Longest) yield return new("Text", "Keep it under {0} characters.", Longest);
        if (Day.Year is < 1990 or > 2100) yield return new("Day", "Give the day on which it happened.");
    }

    internal override async Task<Id<Annotation>> Run(Session s)
    {
        await UnitStore.InCareToday(s, UnitId, Permission.EditCustomers);
        var id = Id<Annotation>.New(s.Now);
        await s.Write("insert into annotations (id, unit_id, day, words, made_by, made_at) values (@id, @UnitId, @Day, @words, @Person, @Now)", new { id, UnitId, Day, words = Text!.Trim(), s.Caller.Person, s.Now });
        return id;
    }
}
