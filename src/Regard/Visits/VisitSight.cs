using Regard.Organisation;
namespace Regard.Visits;

/// <summary>Which visits the caller sees: those the caller made, those in which the caller was met, those of the units in care; and, with these, of competitors.</summary>
sealed record VisitSight(UnitTree Tree, HashSet<Id<Unit>> Sees, HashSet<Id<Unit>> Judges, HashSet<Id<Unit>> Visits, Id<Person>? Me)
{
    public static async Task<VisitSight> Of(Session s)
    {
        var tree = await UnitStore.Tree(s, s.Today);
        var competitors = tree.Competitors.Select(c => c.Id).ToList();
        HashSet<Id<Unit>> With(Permission p) => s.Caller.May(p) ? [.. tree.InCare(s.Caller, p), .. competitors] : [];
        return new(tree, With(Permission.SeeVisits), With(Permission.EditPlans), With(Permission.DoVisits), s.Caller.Person);
    }

    public bool SeesOf(Visit v) => Sees.Contains(v.UnitId) || v.VisitorId == Me || (v.PersonId is not null && v.PersonId == Me);

    /// <summary>Without the name of the colleague for those who neither lead the unit nor met that colleague.</summary>
    public Visit Masked(Visit v) => v.PersonId is null || Judges.Contains(v.UnitId) || v.VisitorId == Me || v.PersonId == Me ? v : v with { PersonId = null, PersonName = null };

    /// <summary>A condition on the visit "v".</summary>
    public static string Where(Session s) => $"({s.Dialect.Among("v.unit_id", "sees")} or v.visitor_id = @me or v.person_id = @me)";

    public Dictionary<string, object?> Values(Session s) => new() { ["sees"] = s.Dialect.Keys(Sees.Select(u => u.Value)), ["me"] = Me ?? default };
}
