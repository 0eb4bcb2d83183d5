namespace Regard.Organisation;

/// <summary>The person is back from today on, or does not go.</summary>
public sealed record EndAbsence(Id<Absence> Id) : Change<Done>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => Id.ToString();

    internal override async Task<Done> Run(Session s)
    {
        var absence = await s.One<Absence>($"{AbsenceStore.Select} where a.id = @Id", new { Id }, Words.Of("There is no such absence."));
        await AbsenceStore.Whose(s, absence.PersonId);
        var today = await CalendarStore.CompanyDay(s);
        if (absence.UntilDay < today) throw new Refused("This absence is over already.");
        if (absence.FromDay >= today) await s.Write("delete from absences where id = @Id", new { Id });
        else await s.Write("update absences set until_day = @until where id = @Id", new { Id, until = today.AddDays(-1) });
        return default;
    }
}
