namespace Regard.Cases;

/// <summary>Puts an external body on the list, or changes it. Cases that came by it go by its new name; days that are set stay.</summary>
/// <param name="Id">Null for a new one.</param>
public sealed record SaveBody(Id<ExternalBody>? Id, string Name, long Days, bool InWorkingDays, string Note = "", bool IsInUse = true) : Change<Id<ExternalBody>>
{
    internal override Permission Needs => Permission.EditCaseRules;
    internal override string Subject => Id?.ToString() ?? "new";

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return new(nameof(Name), "Give the body a name.");
        else if (Name.Length > HearCase.LongestName) yield return new(nameof(Name), "At most {0} characters.", HearCase.LongestName);
        if (Days is < 1 or > ExternalBody.MostDays) yield return new(nameof(Days), "Between {0} and {1}.", 1, ExternalBody.MostDays);
        if (Note?.Length > ExternalBody.LongestNote) yield return new(nameof(Note), "At most {0} characters.", ExternalBody.LongestNote);
    }

    internal override async Task<Id<ExternalBody>> Run(Session s)
    {
        var (name, known) = (CaseTexts.Plain(Name)!, await BodyStore.All(s));
        if (known.Any(b => b.Id != Id && string.Equals(b.Name, name, StringComparison.OrdinalIgnoreCase))) throw new Invalid(nameof(Name), "{0} is on the list already.", name);
        var values = new { id = Id ?? Id<ExternalBody>.New(s.Now), name, Days, InWorkingDays, note = (Note ?? "").Trim(), IsInUse, s.Now, s.Caller.Person };
        if (Id is null)
        {
            await s.Write("insert into external_bodies (id, name, days, in_working_days, note, is_in_use, saved_at, saved_by) values (@id, @name, @Days, @InWorkingDays, @note, @IsInUse, @Now, @Person)", values);
            return values.id;
        }
        if (known.FirstOrDefault(b => b.Id == Id) is not { } before) throw new NotFound("There is no such body.");
        await s.Write("update external_bodies set name = @name, days = @Days, in_working_days = @InWorkingDays, note = @note, is_in_use = @IsInUse, saved_at = @Now, saved_by = @Person where id = @id", values);
        if (before.Name != name) await s.Write("update cases set body = @name where body = @before", new { name, before = before.Name });
        return values.id;
    }
}
