using Regard.Organisation;
namespace Regard.Surveys;

/// <summary>A wave with how far its fieldwork has come, for the units in the caller's care.</summary>
public sealed record ShowWave(Id<Wave> Id) : Question<WaveShown>
{
    internal override Permission Needs => Permission.SeeSurveys;

    internal override async Task<WaveShown> Run(Session s)
    {
        var wave = await s.Wave(Id);
        var names = await s.One<Named>("""
            select p.name as programme, p.audience, f.name as form, v.number as form_number, t.number as tree_number, t.name as tree
            from waves w
            join programmes p on p.id = w.programme_id
            join form_versions v on v.id = w.form_version_id
            join forms f on f.id = v.form_id
            join indicator_trees t on t.id = w.tree_id
            where w.id = @Id
            """, new { Id }, Words.Of("There is no such wave."));
        var tree = await UnitStore.Tree(s, wave.TreeDay);
        var care = tree.InCare(s.Caller, Permission.SeeSurveys);
        var sampled = (await s.Many<Sampled>("""
            select unit_id, count(*) as contacts, count(linked_at) as invited, count(opened_at) as opened, count(submitted_at) as submitted
            from invitations where wave_id = @Id group by unit_id
            """, new { Id })).Where(r => care.Contains(r.UnitId)).ToDictionary(r => r.UnitId);
        var counted = (await s.Many<Counted>("select unit_id, channel, day, responses from response_counts where wave_id = @Id", new { Id })).Where(r => care.Contains(r.UnitId)).ToList();
        return new()
        {
            Wave = wave, Programme = names.Programme, Audience = names.Audience, Form = names.Form, FormNumber = names.FormNumber, Tree = names.Tree, TreeNumber = names.TreeNumber,
            Units = [.. tree.Asked.Where(u => sampled.ContainsKey(u.Id) || counted.Any(c => c.UnitId == u.Id)).Select(u => Progress(u, sampled.GetValueOrDefault(u.Id), counted))],
            Places = [.. tree.Asked.Where(u => tree.IsLeaf(u.Id) && care.Contains(u.Id))],
            Days = [.. counted.GroupBy(c => c.Day).OrderBy(d => d.Key).Select(d => new DayCount { Day = d.Key, Responses = d.Sum(c => c.Responses) })],
            Channels = [.. counted.GroupBy(c => c.Channel).OrderBy(c => c.Key).Select(c => new ChannelCount { Channel = c.Key, Responses = c.Sum(r => r.Responses) })],
        };
    }

    static UnitProgress Progress(Unit unit, Sampled? sampled, List<Counted> counted) => new()
    {
        Unit = unit, Contacts = sampled?.Contacts ?? 0, Invited = sampled?.Invited ?? 0, Opened = sampled?.Opened ?? 0, Submitted = sampled?.Submitted ?? 0,
        Responses = counted.Where(c => c.UnitId == unit.Id).Sum(c => c.Responses),
    };

    sealed record Named
    {
        public required string Programme { get; init; }
        public required Audience Audience { get; init; }
        public required string Form { get; init; }
        public required long FormNumber { get; init; }
        public required string Tree { get; init; }
        public required long TreeNumber { get; init; }
    }

    sealed record Sampled
    {
        public required Id<Unit> UnitId { get; init; }
        public required long Contacts { get; init; }
        public required long Invited { get; init; }
        public required long Opened { get; init; }
        public required long Submitted { get; init; }
    }

    sealed record Counted
    {
        public required Id<Unit> UnitId { get; init; }
        public required ResponseChannel Channel { get; init; }
        public required DateOnly Day { get; init; }
        public required long Responses { get; init; }
    }
}
