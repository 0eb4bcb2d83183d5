using Regard.Cases;
using Regard.Customers;
using Regard.Improvement;
using Regard.Loyalty;
using Regard.Measures;
using Regard.Metrics;
using Regard.Post;
using Regard.Post.Inbox;
using Regard.Post.Watch;
using Regard.Surveys;
using Regard.Work;
namespace Regard;

/// <summary>What is done by the clock: waves open and close on their days, and new answers are folded into the numbers.</summary>
public sealed class Timetable(Office office)
{
    static readonly TimeSpan leaseTime = TimeSpan.FromMinutes(2), longLease = TimeSpan.FromMinutes(10), loopTime = TimeSpan.FromMinutes(5);
    /// <summary>In UTC; two in the morning in China.</summary>
    static readonly TimeOnly night = new(18, 0);
    readonly Caller clock = Caller.Installation("clock");
    readonly string node = Guid.NewGuid().ToString("n");

    /// <summary>Works customers out when it is due. Apart from the rounds, for it may take a minute.</summary>
    public async Task WorkOutCustomers(TimeProvider time)
    {
        if (!await office.Do(new TakeLease("customers", node, longLease), clock) || !await office.Do(new WorkingDue(), clock)) return;
        await new CustomerWorking(office, time).Run(clock);
    }

    /// <summary>Looks for duplicates when somebody asked, and by night when customers came in. Apart from the rounds, for it may take a minute.</summary>
    public async Task LookForTwins(TimeProvider time)
    {
        if (!await office.Do(new TakeLease("twins", node, longLease), clock) || await office.Do(new BeginTwinSearch(night), clock) is not { } begun) return;
        await new DuplicateSearch(office, time).Run(clock, begun.AskedBy);
    }

    /// <summary>Sends what waits in the post. Every node does it: each takes other messages.</summary>
    public Task<int> SendPost(TimeProvider time) => new Sender(office, time, node).Round(clock);

    /// <summary>Tells the heads of what was not done in time. Apart from the rounds, for a minute matters.</summary>
    public async Task Escalate()
    {
        if (!await office.Do(new TakeLease("escalations", node, leaseTime), clock)) return;
        while (await office.Do(new EscalateDue(), clock) == EscalateDue.Most) { }
    }

    /// <summary>Puts the routines of the day, and flags units whose loop stands still; a few times an hour, on one node.</summary>
    public async Task KeepLoops()
    {
        // Taken as nobody in particular, so that it is not renewed before its time.
        if (!await office.Do(new TakeLease("loops", Guid.NewGuid().ToString("n"), loopTime), clock)) return;
        while (await office.Do(new PutRoutines(), clock) == PutRoutines.Most) { }
        await office.Do(new NoteIdleUnits(), clock);
        if (await office.Do(new TakeLease("metrics", Guid.NewGuid().ToString("n"), TimeSpan.FromHours(12)), clock)) await office.Do(new WorkOutRework(), clock);
    }

    /// <summary>Fetches mail that came in, and takes it up. Apart from the rounds, for a mailbox may be slow; one node at a time.</summary>
    public async Task FetchMail()
    {
        if (!await office.Do(new TakeLease("mailboxes", node, longLease), clock)) return;
        await new MailboxRound(office).Run(clock);
        await office.Do(new WatchChannels(), clock);
        await new MailHearing(office).Run(clock);
    }

    /// <summary>One round; does nothing on a node that does not hold the lease.</summary>
    public async Task Tick()
    {
        if (!await office.Do(new TakeLease("clock", node, leaseTime), clock)) return;
        while (await office.Do(new SweepCaseClocks(), clock) == SweepCaseClocks.Most) { }
        var due = await office.Do(new WavesDue(), clock);
        foreach (var wave in due.ToOpen) await office.Do(new OpenWave(wave), clock);
        var closing = new WaveClosing(office);
        foreach (var wave in due.ToClose) await closing.Run(wave, clock);
        var inHand = await office.Do(new WavesInHand(), clock);
        foreach (var wave in inHand.Unfrozen) await closing.Run(wave, clock);
        foreach (var wave in inHand.Open)
            while (await office.Do(new FoldResponses(wave), clock) > 0) { }
        await new LowScoreWatch(office).Run(clock);
        await office.Do(new PutCallBacks(TimeSpan.FromMinutes(10)), clock);
        await office.Do(new PutFollowUps(TimeSpan.FromMinutes(10)), clock);
        await office.Do(new InviteAfterCases(TimeSpan.FromMinutes(10)), clock);
        await office.Do(new ForgetOldPost(), clock);
    }
}
