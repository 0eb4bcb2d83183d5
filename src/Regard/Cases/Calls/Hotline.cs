using Regard.Customers;
using Regard.Organisation;
namespace Regard.Cases;

/// <summary>A number that customers call, and the unit whose calls these are.</summary>
public sealed record Hotline
{
    public required string Number { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required string UnitName { get; init; }

    /// <summary>One writing for a number, also for short ones such as 95500.</summary>
    internal static string Plain(string? number) => Canonical.Phone(number) ?? number?.Trim() ?? "";
}

public sealed record ListHotlines : Question<IReadOnlyList<Hotline>>
{
    internal override Permission Needs => Permission.EditChannels;
    internal override async Task<IReadOnlyList<Hotline>> Run(Session s) =>
        await s.Many<Hotline>("select h.number, h.unit_id, u.name as unit_name from hotlines h join units u on u.id = h.unit_id order by h.number");
}

/// <summary>Says whose calls those to a number are.</summary>
/// <param name="UnitId">None takes the number off the list.</param>
public sealed record SetHotline(string Number, Id<Unit>? UnitId) : Change<Done>
{
    internal override Permission Needs => Permission.EditChannels;
    internal override string Subject => $"{Number} {UnitId}";

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(Number)) yield return new(nameof(Number), "Give the number that customers call.");
        else if (Number.Length > NoteCall.Longest) yield return new(nameof(Number), "At most {0} characters.", NoteCall.Longest);
    }

    internal override async Task<Done> Run(Session s)
    {
        var number = Hotline.Plain(Number);
        if (UnitId is not { } unit) await s.Write("delete from hotlines where number = @number", new { number });
        else
        {
            if ((await UnitStore.Tree(s, s.Today)).Find(unit) is null) throw new Invalid(nameof(UnitId), "There is no such unit.");
            await s.Write("""
                insert into hotlines (number, unit_id, set_by, set_at) values (@number, @unit, @Person, @Now)
                on conflict (number) do update set unit_id = @unit, set_by = @Person, set_at = @Now
                """, new { number, unit, s.Caller.Person, s.Now });
        }
        return default;
    }
}
