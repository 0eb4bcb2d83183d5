using Regard.Customers;
using Regard.Files;
using Regard.Loyalty;
using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Surveys;

/// <summary>Puts customers of a segment into the sample of a wave, each as likely as any other; those who said no to surveys are left alone.</summary>
/// <param name="Seed">The same seed draws the same customers from the same segment.</param>
public sealed record SampleSegment(Id<Wave> WaveId, Id<SavedSegment> SegmentId, int HowMany, long Seed) : Change<Import>
{
    internal override Permission Needs => Permission.RunWaves;
    internal override string Subject => $"{WaveId} {SegmentId} {HowMany} {Seed}";

    internal override IEnumerable<Problem> Check()
    {
        if (HowMany is < 1 or > 1_000_000) yield return new("HowMany", "Between {0} and {1} customers.", 1, 1_000_000);
    }

    internal override async Task<Import> Run(Session s)
    {
        var wave = await s.Wave(WaveId);
        if (wave.ClosedAt is not null) throw new Refused("This wave is closed already.");
        var segment = await new MembersOfSegment(SegmentId).Run(s);
        var asked = (await UnitStore.Tree(s, wave.TreeDay)).InCare(s.Caller, Permission.RunWaves);
        var (refusing, already) = (await Refusing(s), (await s.Many<Id<Customer>>("select customer_id from invitations where wave_id = @WaveId", new { WaveId })).ToHashSet());
        var placed = segment.Members.Where(m => m.UnitId is { } unit && asked.Contains(unit)).ToList();
        var willing = placed.Where(m => !refusing.Contains(m.CustomerId)).ToList();
        var free = willing.Where(m => !already.Contains(m.CustomerId)).OrderBy(m => m.CustomerId.Value).ToArray();
        Draws.Seeded(Seed).Of(0).Shuffle<SegmentMember>(free);
        var drawn = free.Take(HowMany).ToList();
        await using (var append = s.Dialect.Append(s.Transaction, "invitations", "customer_id", "id", "wave_id", "unit_id", "segment", "created_at"))
        {
            foreach (var m in drawn) await append.Write(m.CustomerId.Value, Id<Invitation>.New(s.Now).Value, WaveId.Value, m.UnitId!.Value.Value, m.Segment, s.Now);
            await append.Complete();
        }
        return await ImportStore.Keep(s, WaveId, ImportKind.Sample, new()
        {
            FileName = segment.Name, Encoding = "", Separator = ',', Mode = RowMode.GoodRows, Rows = segment.Members.Count, Taken = drawn.Count, TurnedAway = 0, ProblemsFound = 0, Problems = [], UnknownColumns = [],
            Sample = new() { Segment = SegmentId.Value, Revision = segment.Revision, Seed = Seed, Asked = HowMany, Members = segment.Members.Count, Elsewhere = segment.Members.Count - placed.Count, Refusing = placed.Count - willing.Count, Already = willing.Count - free.Length },
        }, null);
    }

    /// <summary>Whose last word on surveys is no, on any channel: by which one the link goes out is not known here. A merged customer's word is that of the one who goes on.</summary>
    static async Task<HashSet<Id<Customer>>> Refusing(Session s)
    {
        var merged = (await s.Many<Merged>("select customer_id, merged_into from customers where merged_into is not null")).ToDictionary(m => m.CustomerId, m => m.MergedInto);
        var last = new Dictionary<(Id<Customer>, Channel), bool>();
        foreach (var said in await s.Many<Said>("select customer_id, channel, given from consents where purpose = @survey order by said_on, noted_at, id", new { survey = nameof(Purpose.Survey) }))
        {
            var customer = said.CustomerId;
            while (merged.TryGetValue(customer, out var into)) customer = into;
            last[(customer, said.Channel)] = said.Given;
        }
        return [.. last.Where(p => !p.Value).Select(p => p.Key.Item1)];
    }

    sealed record Merged
    {
        public required Id<Customer> CustomerId { get; init; }
        public required Id<Customer> MergedInto { get; init; }
    }

    sealed record Said
    {
        public required Id<Customer> CustomerId { get; init; }
        public required Channel Channel { get; init; }
        public required bool Given { get; init; }
    }
}
