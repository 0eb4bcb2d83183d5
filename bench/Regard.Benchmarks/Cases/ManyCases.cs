using System.Globalization;
using Regard.Cases;
using Regard.Storage;
namespace Regard.Benchmarks.Cases;

/// <summary>Two years of cases of the whole company, one in ten still open, most of those from the last weeks.</summary>
static class ManyCases
{
    const int AtOnce = 50_000, Days = 730;
    const double OpenOfNewest = 0.6, OpenOfOthers = 0.044, Newest = 0.1, Waiting = 0.05;

    public static async Task In(CaseCompany company, int cases)
    {
        var store = company.Store;
        // Built at the end and at once.
        if (store.Engine == Engine.Postgres) await store.Execute("drop index cases_by_words");
        var sayings = new CaseSayings(new Random(1));
        for (var from = 1; from <= cases; from += AtOnce)
        {
            await store.Do(new Put(company, sayings, from, Math.Min(cases, from + AtOnce - 1), cases));
            Log.Say($"cases {store.Engine}: {Math.Min(cases, from + AtOnce - 1).ToString("n0", CultureInfo.InvariantCulture)}");
        }
        if (store.Engine == Engine.Sqlite) return;
        await store.Execute("create index cases_by_words on cases using gin (search)");
        await store.Execute("vacuum analyze cases");
        await store.Execute("vacuum analyze case_numbers");
    }

    sealed record Put(CaseCompany Company, CaseSayings Sayings, int From, int Until, int All) : Change<Done>
    {
        internal override Permission Needs => Permission.RunInstallation;

        internal override async Task<Done> Run(Session s)
        {
            var drawn = Draw(s.Now).ToList();
            await using (var writer = s.Dialect.Append(s.Transaction, "cases", "customer_id", "id", "number", "kind", "channel", "state", "unit_id", "owner_id", "sponsor_id", "is_known", "title", "words", "severity", "anger", "fault", "contact_name",
                "contact_phone", "is_own_mistake", "is_media", "is_major", "rules_number", "hand_overs", "due_at", "heard_at", "created_at", "closed_at", "found_by", "revision"))
            {
                foreach (var c in drawn)
                    await writer.Write(c.CustomerId.Value, c.Id.Value, c.Number, c.Kind.ToString(), c.Channel.ToString(), c.State.ToString(), c.UnitId.Value, c.OwnerId.Value, c.SponsorId.Value, c.IsKnown, c.Title, c.Words, c.Severity.ToString(), (long)c.Anger,
                        c.Fault.ToString(), c.ContactName, c.ContactPhone, c.IsOwnMistake, c.IsMedia, c.IsMajor, c.RulesNumber, c.HandOvers, c.DueAt, c.HeardAt, c.CreatedAt, c.ClosedAt, CaseWords.Of(c, []), c.Revision);
                await writer.Complete();
            }
            await using (var writer = s.Dialect.Append(s.Transaction, "case_numbers", "number", "case_id", "customer_id"))
            {
                foreach (var c in drawn) await writer.Write(c.Number, c.Id.Value, c.CustomerId.Value);
                await writer.Complete();
            }
            if (s.Dialect.IndexCaseWords is { } sql) await s.Write(sql, new { from = (long)From, until = (long)Until });
            await s.NextNumber("case", drawn.Count);
            return default;
        }

        IEnumerable<Case> Draw(DateTimeOffset now)
        {
            var chance = new Random(From);
            for (long number = From; number <= Until; number++)
            {
                var at = chance.Next(Company.Stores.Count);
                var (created, words) = (now.AddDays(-Days * (1 - (double)number / (All + 1))).ToMilliseconds(), Sayings.Next());
                var open = chance.NextDouble() < (number > All * (1 - Newest) ? OpenOfNewest : OpenOfOthers);
                var waits = open && chance.NextDouble() < Waiting;
                var owner = (chance.Next(3) == 0 ? Company.Managers : Company.Clerks)[at].Person!.Value;
                yield return new()
                {
                    CustomerId = new(Guid.NewGuid()), Id = new(Guid.CreateVersion7(created)), Number = number, Kind = chance.Next(5) == 0 ? CaseKind.Question : CaseKind.Complaint, Channel = CaseChannel.Phone,
                    State = waits ? CaseState.Waiting : open ? CaseState.Open : CaseState.Closed, UnitId = Company.Stores[at], OwnerId = owner, SponsorId = owner, IsKnown = false, Title = words[..Math.Min(60, words.Length)], Words = words,
                    CustomersView = "", OurFacts = "", Severity = (Severity)chance.Next(3), Anger = chance.Next(4), Fault = Fault.Unclear, Grade = "", ContactName = "王小明", ContactPhone = $"138{chance.Next(100_000_000):00000000}",
                    IsOwnMistake = false, IsMedia = false, IsMajor = false, RulesNumber = 0, HandOvers = 0, DueAt = open && !waits ? now.AddMinutes(chance.Next(-20_000, 40_000)).ToMilliseconds() : null, HeardAt = created, CreatedAt = created,
                    ClosedAt = open ? null : created.AddDays(3).ToMilliseconds(), Revision = 1,
                };
            }
        }
    }
}
