using System.Text;
using Regard.Cases;
using Regard.Organisation;
using Regard.Post;
using Regard.Post.Channels;
using Regard.Post.Inbox;
using Regard.Storage;
using Regard.Tests.Organisation;
using Regard.Tests.Post;
namespace Regard.Tests.Cases;

/// <summary>Cases live through whatever people, customers and the clock do to them, in any order: what must hold of them holds after each step.</summary>
public class CaseLifeTests
{
    const int Steps = 30;

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public Task Nothing_breaks_a_law_of_cases(int seed) => Live(Engine.Sqlite, seed, sequences: 50, kinds: 26);

    [Theory, EachDatabase]
    public Task Nothing_breaks_a_law_of_cases_on_either_engine(Engine on) => Live(on, seed: 5, sequences: 8, kinds: 16);

    /// <summary>What lives are not made of, for it changes no case, or is one of the others by another way in.</summary>
    static readonly Dictionary<string, string> apart = new()
    {
        ["RehomeCases"] = "within PersonLeaves", ["HearLowScores"] = "opens cases as HearCase does", ["HearBrokenPromise"] = "opens cases as HearCase does", ["NoteLowScores"] = "remembers which answers were looked at",
        ["NoteCall"] = "calls", ["LinkCall"] = "calls", ["RecordCall"] = "opens cases as HearCase does", ["SetHotline"] = "settings",
        ["PutCallBacks"] = "calls after events", ["NoteCallBack"] = "opens cases as HearCase does", ["SaveCallBackRule"] = "settings", ["RateCase"] = "answers of a survey", ["RateCaseByReceipt"] = "answers of a survey", ["NoteSignedCall"] = "calls", ["HearMailAside"] = "opens cases as HearMail does", ["SaveBody"] = "settings",
        ["SetCaseRules"] = "settings", ["SetUnitContact"] = "settings", ["SetCustomerContact"] = "settings", ["KeepCaseView"] = "settings", ["RemoveCaseView"] = "settings", ["AskForCaseExport"] = "only notes who reads",
    };

    [Fact]
    public async Task Lives_are_made_of_every_change_that_there_is()
    {
        await using var t = await TestOffice.On(Engine.Sqlite);
        var life = await Life.In(t, new Random(6));
        await life.Run(0);
        var drawn = Enumerable.Range(0, 5000).Select(_ => life.Draw().Name).Append(nameof(HearCase)).ToHashSet();
        var changes = typeof(Case).Assembly.GetTypes().Where(type => type.Namespace == typeof(Case).Namespace && !type.IsAbstract && IsChange(type)).Select(type => type.Name).ToHashSet();
        Assert.Equal([], changes.Except(drawn).Except(apart.Keys));
        Assert.Equal([], apart.Keys.Except(changes).Concat(apart.Keys.Intersect(drawn)));
    }

    static bool IsChange(Type type)
    {
        for (var t = type.BaseType; t is not null; t = t.BaseType)
            if (t.IsGenericType && t.GetGenericTypeDefinition() == typeof(Change<>)) return true;
        return false;
    }

    static async Task Live(Engine on, int seed, int sequences, int kinds)
    {
        await using var t = await TestOffice.On(on);
        var life = await Life.In(t, new Random(seed));
        for (var i = 0; i < sequences; i++) await life.Run(Steps);
        // A proof of nothing, if hardly anything was accepted.
        Assert.InRange(life.Accepted, sequences * Steps / 6, sequences * Steps);
        Assert.True(life.Kinds.Count >= kinds, string.Join(", ", life.Kinds.Order()));
    }

    sealed class Life(TestOffice t, GivenCases g, Id<Channel> mailbox, List<Caller> people, Random random)
    {
        const string Customer = "li.na@example.com";

        readonly Caller customer = Caller.Anyone(Language.English);
        List<(long Number, string Receipt)> cases = [];
        long from;
        int hired, mails;
        int? gone;

        public int Accepted { get; private set; }
        public HashSet<string> Kinds { get; } = [];

        public static async Task<Life> In(TestOffice t, Random random)
        {
            var g = await GivenCases.In(t);
            var c = g.Company;
            await t.Do(new SetPublicAddress("https://care.example.com"));
            var mailbox = await t.Do(new SaveChannel(null, ChannelKind.Imap, "in", new() { Host = "mail.test", Port = 993, User = "care", Address = "care@regard.test", UnitId = c.Store(1) }) { Password = "x" });
            return new(t, g, mailbox, [c.FrontLine, g.Colleague, c.StoreManager, c.RegionalManager, c.Executive, c.Analyst, c.Agency, c.Administrator, await c.Person("Sue South", Role.Manager, c.South), await c.Person("Sid South", Role.FrontLine, c.Store(3))], random);
        }

        public async Task Run(int steps)
        {
            cases = [];
            for (var i = 0; i < 3; i++) await Hear();
            from = cases[0].Number;
            for (var i = 0; i < steps; i++) await Step();
        }

        async Task Hear()
        {
            var heard = await t.Do(new HearCase
            {
                UnitId = g.Company.Store(random.Next(1, 5)), Words = "A matter", Severity = Any<Severity>(), Anger = random.Next(4), Kind = random.Next(3) == 0 ? CaseKind.Question : CaseKind.Complaint, ContactEmail = Customer,
            }, random.Next(3) == 0 ? null : people[random.Next(6)]);
            cases.Add((heard.Number, heard.Receipt!));
        }

        async Task Step()
        {
            if (gone is { } at) (people[at], gone) = (await g.Company.Person($"New {++hired}", Role.FrontLine, g.Company.Store(1)), null);
            t.Clock.Now += TimeSpan.FromMinutes(random.Next(3) == 0 ? random.Next(3000) : random.Next(60));
            var (clocks, audit) = (await t.Do(new KeptClocks(from)), await t.Do(new AuditRows()));
            var (name, doing, audited) = Draw();
            var (accepted, told) = (true, "");
            try { await doing(); }
            catch (Exception e) when (e is Invalid or Refused or NotFound) { (accepted, told) = (false, e.Message); }
            var by = $"after {name} ({told})";
            if (accepted) { Accepted++; Kinds.Add(name); }
            var broken = await t.Do(new BrokenLaws(from));
            Assert.True(broken.Count == 0, $"{string.Join("; ", broken)} {by}");
            var now = (await t.Do(new KeptClocks(from))).ToHashSet();
            Assert.All(clocks.Where(k => !k.Contains(" Running", StringComparison.Ordinal)), k => Assert.True(now.Contains(k), $"{k} was lost {by}"));
            Assert.True(now.Count >= clocks.Count, $"A clock was lost {by}");
            Assert.True(await t.Do(new AuditRows()) - audit == (accepted && audited ? 1 : 0), $"The trail has not one row for one change {by}");
        }

        public (string Name, Func<Task> Doing, bool Audited) Draw()
        {
            var (number, receipt) = cases[random.Next(cases.Count)];
            var (other, who, whom, unit) = (cases[random.Next(cases.Count)].Number, people[random.Next(people.Count)], people[random.Next(people.Count)].Person!.Value, g.Company.Store(random.Next(1, 5)));
            // Mostly somebody who may: else hardly anything would ever happen.
            var by = random.Next(4) == 0 ? who : random.Next(2) == 0 ? t.Installation : g.Company.Executive;
            (string, Func<Task>, bool) Change<T>(Change<T> change, Caller caller) => (change.GetType().Name, () => t.Do(change, caller), change.Audited);
            return random.Next(43) switch
            {
                0 or 1 or 2 => Change(new OfferCase(number, whom, "Please"), by),
                3 or 4 or 5 => ("AnswerOffer", () => Offeree(number, accepts: true), true),
                6 => ("AnswerOffer", () => Offeree(number, accepts: false), true),
                7 => Change(new WithdrawOffer(number), by),
                8 or 9 => Change(new ApproveOffer(number, random.Next(4) > 0, "No"), by),
                10 => Change(new GiveCase(number, whom, "Away"), by),
                11 => Change(new AddNote(number, Any<CaseNoteKind>(), "Words"), by),
                12 => Change(new PauseCase(number, "Which car?"), by),
                13 => Change(new ResumeCase(number), by),
                14 => Change(new SweepCaseClocks(), t.Installation),
                15 => Change(new EditCase(number) { Severity = random.Next(3) == 0 ? Any<Severity>() : null, Anger = random.Next(3) == 0 ? random.Next(4) : null, AboutId = random.Next(3) == 0 ? whom : null, UnitId = random.Next(3) == 0 ? unit : null, StatutoryDueAt = random.Next(4) == 0 ? t.Clock.Now.AddDays(5) : null }, by),
                16 or 17 => Change(new EditCase(number) { CustomersView = "Sad", Cause = Any<Cause>() }, by),
                18 => Change(new DoStep(number, Any<RecoveryStep>(), "Done"), by),
                19 => Change(new MakeProposal(number, "A free wash"), by),
                20 => Change(new AnswerProposal(number, random.Next(2) == 0, CaseChannel.Phone), by),
                21 => Change(new AskDepartment(number, unit, "Look", random.Next(2) == 0 ? whom : null), by),
                22 or 23 => ("AnswerCaseTask", () => Task(number, answer: true), true),
                24 => ("WithdrawCaseTask", () => Task(number, answer: false), true),
                25 or 26 => Change(new CloseCase(number, Any<CloseReason>(), "Over") { Channel = CaseChannel.Phone, Improvement = "None, for it was chance" }, by),
                27 => Change(new ReopenCase(number, "Again"), by),
                28 => Change(new MergeCases(number, other), by),
                29 => Change(new UndoCaseMerge(number), by),
                30 => Change(new AnswerByReceipt(receipt, "I wait"), customer),
                31 => Change(new EscalateByReceipt(receipt), customer),
                32 => random.Next(3) switch { 0 => Change(new FlagMedia(number), by), 1 => Change(new WriteCaseReview(number, "Learnt"), by), _ => Change(new BroadcastCase(number, [unit], "Look"), by) },
                33 => ("HearMail", () => Mail(number), true),
                34 => Change(new SendCaseMail(number, "How is it now?"), by),
                35 => Change(new AddCaseFile(number, Encoding.UTF8.GetBytes("What happened"), "note.txt"), by),
                36 => random.Next(2) == 0 ? ("RemoveCaseFile", () => File(number, remove: true, by), true) : ("NoteScan", () => File(number, remove: false, t.Installation), true),
                37 => random.Next(3) == 0 ? Change(new InviteAfterCases(), t.Installation) : Change(new PutFollowUps(), t.Installation),
                38 => ("NoteFollowUp", () => FollowUp(Any<FollowUpState>()), true),
                39 => random.Next(3) switch { 0 => ("HearCase", Hear, true), 1 => Change(new HearPublicCase(Guid.NewGuid(), "It broke", Customer, "N1"), customer), _ => Change(new ActedOnCase(number), t.Installation) },
                41 => Change(new AddPhotoByReceipt(receipt, new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }, "seat.jpg"), customer),
                42 => random.Next(2) == 0 ? Change(new FlagMedia(number, whom), by) : Change(new NameSpokesperson(number, whom), by),
                _ => random.Next(3) switch { 0 => Change(new DeclareMajor(number), by), 1 => ("PersonLeaves", Leave, true), _ => Change(new AnswerProposalByReceipt(receipt, true), customer) },
            };
        }

        async Task Offeree(long number, bool accepts)
        {
            var offer = (await g.Show(number)).OpenOffer;
            await t.Do(new AnswerOffer(number, accepts, "No time"), people.FirstOrDefault(p => p.Person == offer?.ToId) ?? g.Company.Executive);
        }

        async Task Task(long number, bool answer)
        {
            var task = (await g.Show(number)).Tasks.LastOrDefault(k => k.IsOpen)?.Id ?? new(Guid.NewGuid());
            await t.Do((Change<Done>)(answer ? new AnswerCaseTask(number, task, "Done") : new WithdrawCaseTask(number, task)));
        }

        async Task Mail(long number)
        {
            var raw = Mails.Plain(Customer, $"<{++mails}@example.com>", subject: $"Re: [#{number}]", body: "I wait.");
            await t.Do(new HearMail((await t.Do(new KeepMail(mailbox, MailContent.Of(raw), raw, false)))!.Value));
        }

        async Task File(long number, bool remove, Caller by)
        {
            var file = (await g.Show(number)).Files.LastOrDefault()?.Id ?? new(Guid.NewGuid());
            await t.Do((Change<Done>)(remove ? new RemoveCaseFile(number, file) : new NoteScan(number, file, true)), by);
        }

        async Task FollowUp(FollowUpState outcome)
        {
            var due = (await t.Do(new ListFollowUps())).Rows;
            var one = due.Count == 0 ? null : due[random.Next(due.Count)];
            await t.Do(new NoteFollowUp(one?.Number ?? from, one?.Id ?? new(Guid.NewGuid()), outcome, "Still not well"));
        }

        /// <summary>One of those that are not needed to go on leaves; somebody comes instead before the next step.</summary>
        async Task Leave()
        {
            var at = random.Next(8, people.Count);
            await t.Do(new PersonLeaves(people[at].Person!.Value), g.Company.Administrator);
            gone = at;
        }

        T Any<T>() where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];
    }
}
