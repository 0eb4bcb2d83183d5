using Regard.Customers;
using Regard.Loyalty;
using Regard.Statistics;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Surveys;
namespace Regard.Tests.Loyalty;

public class SegmentTests
{
    static SegmentDocument Ruled(SegmentRule rule) => new() { Rule = rule };
    static Dictionary<SegmentMeasure, SegmentRange> AtLeast(params (SegmentMeasure Measure, double From)[] all) => all.ToDictionary(a => a.Measure, a => new SegmentRange(a.From, null));

    [Theory, EachDatabase]
    public async Task Four_visits_and_six_thousand_a_year_mark_a_loyal_customer(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenBase.In(t);
        var loyal = await given.Customer(1, "", "2030-06-01 2000.00", "2030-09-01 1500.00", "2030-12-01 1500.00", "2031-03-01 1000.00");
        await given.Customer(1, "", "2030-04-30 2000.00", "2030-09-01 1500.00", "2030-12-01 1500.00", "2031-03-01 1000.00");
        await given.Customer(2, "", "2030-06-01 9000.00");
        await given.Customer(2, "", "2030-06-01 100.00", "2030-09-01 100.00", "2030-12-01 100.00", "2031-03-01 100.00");
        await given.WorkOut();
        var id = await t.Do(new SaveSegment("Loyal by behaviour", Ruled(new() { Ranges = AtLeast((SegmentMeasure.PurchasesYear, 4), (SegmentMeasure.SpentYear, 600_000)) })), given.Company.Analyst);
        Assert.Equal(1, (await t.Do(new ShowSegment(id), given.Company.Executive)).Figures.Customers);
        Assert.Equal(loyal, Assert.Single((await t.Do(new FindCustomers(new() { Saved = id }), given.Company.Executive)).Rows).CustomerId);
    }

    [Theory, EachDatabase]
    public async Task A_rule_comes_back_as_it_was_saved_and_each_part_of_it_narrows(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenBase.In(t);
        await given.Customer(1, "fleet", "2031-02-01 100.00", "2031-03-01 100.00", "2031-04-01 100.00");
        await given.Customer(3, "private", "2031-04-01 50.00");
        await given.Customer(3, "fleet", "2028-04-01 50.00");
        await given.WorkOut();
        var rule = new SegmentRule
        {
            Grades = ["A", ""], States = [CustomerState.Lost, CustomerState.Active], Segments = ["fleet"], Types = [LoyaltyType.Hostage], UnitId = given.Company.North, Satisfaction = SegmentSatisfaction.Dissatisfied, NextWithinDays = 30,
            Ranges = new Dictionary<SegmentMeasure, SegmentRange> { [SegmentMeasure.Worth] = new(1, 2.5), [SegmentMeasure.Risk] = new(null, 0.4), [SegmentMeasure.Alive] = new(0.1, null), [SegmentMeasure.Lifetime] = new(1, null), [SegmentMeasure.Satisfaction] = new(0, 50) },
        };
        var id = await t.Do(new SaveSegment("All at once", Ruled(rule)), given.Company.Executive);
        var saved = (await t.Do(new ShowSegment(id), given.Company.Executive)).Segment;
        Assert.Equal(Ruled(rule).Write(), saved.Document.Write());
        Assert.Equal(saved.Document.Write(), SegmentDocument.Read(saved.Document.Write()).Write());

        async Task<long> Count(SegmentRule narrowed) => (await t.Do(new PreviewSegment(Ruled(narrowed)), given.Company.Executive)).Customers;
        Assert.Equal(2, await Count(new() { Segments = ["fleet"] }));
        Assert.Equal(1, await Count(new() { Segments = ["fleet"], UnitId = given.Company.North }));
        Assert.Equal(1, await Count(new() { States = [CustomerState.Lost] }));
        Assert.Equal(1, await Count(new() { Grades = [""] }));
        Assert.Equal(3, await Count(new() { Satisfaction = SegmentSatisfaction.Unknown }));
        Assert.Equal(0, await Count(new() { Satisfaction = SegmentSatisfaction.Dissatisfied }));
        Assert.Equal(2, await Count(new() { Ranges = new Dictionary<SegmentMeasure, SegmentRange> { [SegmentMeasure.RecencyDays] = new(null, 30) } }));
        Assert.Equal(1, await Count(new() { Ranges = new Dictionary<SegmentMeasure, SegmentRange> { [SegmentMeasure.Worth] = new(5000, 5000) } }));
    }

    [Theory, EachDatabase]
    public async Task Clusters_find_groups_that_are_there_and_each_customer_is_in_one_of_them(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenBase.In(t);
        await given.Customers([.. Enumerable.Range(0, 120).Select(i => (1 + i % 4, "", (IReadOnlyList<(DateOnly, long)>)(i % 3 == 0
            ? [(new DateOnly(2029, 1, 1).AddDays(i), 5_000 + 10 * i)]
            : [.. Enumerable.Range(0, 8 + i % 3).Select(k => (new DateOnly(2031, 4, 30).AddDays(-30 * k - i % 7), 80_000L + 100 * i))])))]);
        await given.WorkOut();
        var found = await t.Do(new SuggestClusters([SegmentFeature.Recency, SegmentFeature.Frequency, SegmentFeature.Amount]), given.Company.Analyst);
        Assert.Equal((2, 2, false, 120), (found.Suggested, found.Clusters.Count, found.IsWeak, found.LookedAt));
        Assert.Equal([80, 40], found.Clusters.Select(c => c.LookedAt));
        Assert.True(found.Clusters[0].Means[0].Value < 30 && found.Clusters[1].Means[0].Value > 600);
        var three = await t.Do(new SuggestClusters(found.Features, 3), given.Company.Analyst);
        foreach (var clusters in new[] { found.Clusters, three.Clusters })
        {
            var counts = new List<long>();
            foreach (var (i, c) in clusters.Index()) counts.Add((await t.Do(new ShowSegment(await t.Do(new SaveSegment($"Cluster {clusters.Count} {i}", new() { Cluster = c.Cluster }), given.Company.Analyst)), given.Company.Executive)).Figures.Customers);
            Assert.Equal(clusters.Select(c => (long)c.LookedAt), counts);
        }
        Assert.Equal(5, (await t.Do(new ListSegments(), given.Company.Executive)).Segments.Count(s => s.Customers > 0));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SuggestClusters([SegmentFeature.Satisfaction]), given.Company.Analyst));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SuggestClusters([]), given.Company.Analyst));
    }

    [Theory, EachDatabase]
    public async Task A_segment_counts_the_customers_in_care_is_changed_by_one_at_a_time_and_comes_back_from_the_archive(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenBase.In(t);
        await given.Customer(1, "fleet", "2031-04-01 50.00");
        await given.Customer(3, "fleet", "2031-04-01 50.00");
        await given.WorkOut();
        var (c, fleet) = (given.Company, Ruled(new() { Segments = ["fleet"] }));
        var id = await t.Do(new SaveSegment("Fleets", fleet), c.Analyst);
        Assert.Equal(2, Assert.Single((await t.Do(new ListSegments(), c.Executive)).Segments).Customers);
        Assert.Equal(1, Assert.Single((await t.Do(new ListSegments(), c.StoreManager)).Segments).Customers);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new SaveSegment("Mine", fleet), c.StoreManager));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SaveSegment("fleets", fleet), c.Analyst));
        await t.Do(new SaveSegment("Fleet customers", fleet, id, 1), c.Executive);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new SaveSegment("Other name", fleet, id, 1), c.Analyst));
        await t.Do(new ArchiveSegment(id), c.Analyst);
        Assert.Empty((await t.Do(new ListSegments(), c.Executive)).Segments);
        Assert.Single((await t.Do(new ListSegments(Archived: true), c.Executive)).Segments);
        await t.Do(new RestoreSegment(id), c.Analyst);
        Assert.Equal("Fleet customers", Assert.Single((await t.Do(new ListSegments(), c.Executive)).Segments).Segment.Name);
    }

    [Theory, EachDatabase]
    public async Task What_is_no_segment_is_refused_in_words(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenBase.In(t);
        SegmentCluster Cluster(double scale, int index) => new() { Features = [SegmentFeature.Recency], Scales = [scale], Centres = [[1.0], [2.0]], Index = index };
        foreach (var document in new[] { new SegmentDocument(), Ruled(new()), Ruled(new() { Grades = ["E"] }), Ruled(new() { Ranges = new Dictionary<SegmentMeasure, SegmentRange> { [SegmentMeasure.Risk] = new(0.5, 0.1) } }), Ruled(new() { Ranges = new Dictionary<SegmentMeasure, SegmentRange> { [SegmentMeasure.Risk] = new(double.NaN, null) } }), new() { Cluster = Cluster(0, 0) }, new() { Cluster = Cluster(1, 2) }, new() { Schema = 2, Rule = new() { Grades = ["A"] } } })
            await Assert.ThrowsAsync<Invalid>(() => t.Do(new SaveSegment("x", document), given.Company.Analyst));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SaveSegment(" ", Ruled(new() { Grades = ["A"] })), given.Company.Analyst));
        Assert.Throws<Invalid>(() => SegmentDocument.Read("""{"schema":1,"rule":{"shoeSize":[42]}}"""));
    }

    [Theory, EachDatabase]
    public async Task A_sample_from_a_segment_leaves_those_alone_who_said_no_and_is_the_same_for_the_same_seed(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var wave = await GivenWave.Open(t);
        var given = new GivenBase { Company = wave.Company };
        var keys = await given.Customers([.. Enumerable.Range(0, 40).Select(i => (1 + i % 4, i < 30 ? "fleet" : "private", (IReadOnlyList<(DateOnly, long)>)[(new DateOnly(2031, 4, 1), 100 * i)]))]);
        for (var i = 0; i < 5; i++) await Say(keys[i], false);
        await Say(keys[0], true);
        await given.WorkOut();
        var fleet = await t.Do(new SaveSegment("Fleets", Ruled(new() { Segments = ["fleet"] })), given.Company.Analyst);
        var autumn = await t.Do(new PlanWave(wave.Programme, "Autumn", wave.Version, wave.Tree, new(2031, 9, 1), new(2031, 9, 30)));

        var import = await t.Do(new SampleSegment(wave.Wave, fleet, 10, 7), given.Company.Analyst);
        Assert.Equal((10, 30, 4, 0, 7), (import.Report.Taken, import.Report.Sample!.Members, import.Report.Sample.Refusing, import.Report.Sample.Already, import.Report.Sample.Seed));
        await t.Do(new SampleSegment(autumn, fleet, 10, 7), given.Company.Analyst);
        var (first, again) = (await Sampled(wave.Wave), await Sampled(autumn));
        Assert.Equal((10, 10), (first.Count, first.Intersect(again).Count()));
        Assert.Empty(first.Intersect(keys.Skip(1).Take(4)));
        Assert.Empty(first.Intersect(keys.Skip(30)));

        t.Clock.Now = t.Clock.Now.AddMinutes(1);
        var rest = await t.Do(new SampleSegment(wave.Wave, fleet, 100, 8), given.Company.Analyst);
        Assert.Equal((16, 10), (rest.Report.Taken, rest.Report.Sample!.Already));
        Assert.Equal(26, (await Sampled(wave.Wave)).Count);
        Assert.Equal(26, (await t.Do(new MakeInvitations(wave.Wave))).Count);
        Assert.Equal(rest.Report.Sample, (await t.Do(new ListImports(wave.Wave), given.Company.Analyst))[0].Report.Sample);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new SampleSegment(wave.Wave, fleet, 1, 1), given.Company.Agency));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SampleSegment(wave.Wave, fleet, 0, 1), given.Company.Analyst));

        async Task Say(Id<Customer> customer, bool yes)
        {
            t.Clock.Now = t.Clock.Now.AddMinutes(1);
            await t.Do(new SetConsent(customer, Purpose.Survey, Channel.Sms, yes, new(2031, 5, 1), "call"), given.Company.Executive);
        }

        async Task<List<Id<Customer>>> Sampled(Id<Wave> of)
        {
            await using var connection = await t.Database.Open();
            await using var work = await t.Database.Dialect.Begin(connection, writing: false);
            return await new Session(work, t.Database.Dialect, t.Installation, t.Clock.Now).Many<Id<Customer>>("select customer_id from invitations where wave_id = @of", new { of });
        }
    }
}
