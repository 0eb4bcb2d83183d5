using System.Globalization;
using Regard.Benchmarks.Databases;
using Regard.Cases;
using Regard.Storage;
namespace Regard.Benchmarks.Cases;

/// <summary>The clocks of a hundred thousand open cases, looked through for those that have run out.</summary>
static class ClockBenchmark
{
    const int OpenCases = 100_000, ClocksEach = 3;

    public static async Task<IReadOnlyList<Finding>> Run(Options options)
    {
        var findings = new List<Finding>();
        foreach (var engine in options.Engines) findings.AddRange(await Measure(engine, options));
        return findings;
    }

    static async Task<IReadOnlyList<Finding>> Measure(Engine engine, Options options)
    {
        await using var store = await Store.On(engine);
        var findings = new List<Finding>();
        foreach (var (what, share) in new[] { ("one clock in a hundred has run out", 100), ("every one has, as after weeks without the clock", 1) })
        {
            var (longest, times) = (new List<double>(), new List<double>());
            for (var round = 0; round <= options.Rounds; round++)
            {
                await store.Execute("delete from case_clocks");
                await store.Execute(Clocks(engine, share));
                if (engine == Engine.Postgres) await store.Execute("vacuum analyze case_clocks");
                var (swept, holds) = await Sweeps.Until(() => store.Do(new SweepCaseClocks()), SweepCaseClocks.Most);
                if (swept != OpenCases * ClocksEach / share) throw new InvalidOperationException("The sweep missed some.");
                if (round > 0) (longest, times) = ([.. longest, holds.Max()], [.. times, holds.Sum()]);   // the first warms up
            }
            findings.AddRange(Sweeps.Told($"sweep of {OpenCases.ToString("n0", CultureInfo.InvariantCulture)} open cases with {ClocksEach} clocks each; {what}", engine, longest, times));
        }
        return findings;
    }

    /// <param name="share">One clock in so many is long past.</param>
    static string Clocks(Engine engine, int share)
    {
        var key = engine == Engine.Sqlite ? "randomblob(16)" : "gen_random_uuid()";
        string At(string moment) => engine == Engine.Sqlite ? $"'{moment}'" : $"timestamptz '{moment}'";
        return $"""
            insert into case_clocks (customer_id, case_id, kind, round, started_at, minutes, round_the_clock, due_at, outcome)
            with recursive n(i) as (select 1 union all select i + 1 from n where i < {OpenCases * ClocksEach})
            select {key}, {key}, 'Resolve', 1, {At("2020-01-01T00:00:00.000Z")}, 60, {(engine == Engine.Sqlite ? "0" : "false")}, case when i % {share} = 0 then {At("2020-01-01T01:00:00.000Z")} else {At("2099-01-01T01:00:00.000Z")} end, 'Running' from n
            """;
    }
}
