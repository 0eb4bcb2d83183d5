using Regard.Customers;
using Regard.Indicators;
using Regard.Organisation;
using Regard.Work;
namespace Regard.Listening;

/// <summary>One note with what became of it.</summary>
public sealed record ShowFieldNote(long Number) : Question<FieldNoteWhole>
{
    internal override Permission Needs => Permission.SeeCases;

    internal override async Task<FieldNoteWhole> Run(Session s)
    {
        var tree = await UnitStore.Tree(s, s.Today);
        var note = (await FieldNoteStore.Whole(s, tree, [await FieldNoteStore.Find(s, Number, Needs)]))[0];
        var actions = await s.Many<FieldAction>("select a.id, a.words, p.name as asked_by, a.asked_at from field_actions a left join people p on p.id = a.asked_by where a.note_id = @Id order by a.asked_at, a.id", new { note.Id });
        for (var i = 0; i < actions.Count; i++) actions[i] = actions[i] with { Task = await new ShowWorkItem(WorkKind.FieldAction, actions[i].Id.Value).Run(s) };
        return new() { Note = note, Names = await Names(s, note), CustomerName = await NameOf(s, note), Actions = actions, MayWrite = tree.InCare(s.Caller, Permission.HearCases).Contains(note.UnitId), Now = s.Now };
    }

    static async Task<IReadOnlyDictionary<string, Text>> Names(Session s, FieldNote note) =>
        note.Codes.Count > 0 && await FieldCodes.Tree(s) is { } tree ? note.Codes.Select(c => tree.Find(c.IndicatorCode)).OfType<Indicator>().DistinctBy(i => i.Code).ToDictionary(i => i.Code, i => i.Names) : new Dictionary<string, Text>();

    /// <summary>Of a customer whom the caller may see.</summary>
    static async Task<string?> NameOf(Session s, FieldNote note)
    {
        if (note.CustomerId is not { } id || !s.Caller.May(Permission.SeeCustomers)) return null;
        var (sight, customer) = (await CustomerSight.Of(s), await s.Maybe<Customer>($"select {CustomerStore.Columns} from customers c where c.customer_id = @id", new { id }));
        return customer is null || !sight.Sees(customer.UnitId) ? null : sight.SeesNames(customer.UnitId) ? customer.Name ?? $"#{customer.Number}" : PersonalData.Masked(customer.Name);
    }
}

public sealed record FieldNoteWhole
{
    public required FieldNote Note { get; init; }
    /// <summary>Of the indicators named, as far as the published tree has them.</summary>
    public required IReadOnlyDictionary<string, Text> Names { get; init; }
    public string? CustomerName { get; init; }
    public required IReadOnlyList<FieldAction> Actions { get; init; }
    public required bool MayWrite { get; init; }
    public required DateTimeOffset Now { get; init; }
}

/// <summary>What was agreed to be done, and how far it is.</summary>
public sealed record FieldAction
{
    public required Id<FieldAction> Id { get; init; }
    public required string Words { get; init; }
    public string? AskedBy { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public WorkItem? Task { get; init; }
}
