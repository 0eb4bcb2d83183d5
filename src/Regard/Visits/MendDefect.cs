using Regard.Work;
namespace Regard.Visits;

/// <summary>It works again; says how.</summary>
public sealed record MendDefect(long Number, string Words) : Change<Done>
{
    internal override Permission Needs => Permission.SeeVisits;
    internal override string Subject => $"{Number}";

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(Words)) yield return new("Words", "Say how it was mended.");
        else if (Words.Length > Defect.LongestWords) yield return new("Words", "At most {0} characters.", Defect.LongestWords);
    }

    internal override async Task<Done> Run(Session s)
    {
        var missing = Regard.Words.Of("There is no such fault.");
        var defect = await s.One<Defect>($"{DefectStore.Select} where f.number = @Number", new { Number }, missing);
        if (!(await VisitSight.Of(s)).Sees.Contains(defect.UnitId)) throw new NotFound(missing);
        if (defect.MendedAt is not null) throw new Refused("This fault is mended already.");
        await s.Write("update defects set mended_by = @Person, mended_at = @Now, mended_words = @words where id = @Id", new { s.Caller.Person, s.Now, words = Words.Trim(), defect.Id });
        await new SettleWorkItem(WorkKind.Defect, defect.Id.Value).Run(s);
        return default;
    }
}
