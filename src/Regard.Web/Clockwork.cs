namespace Regard.Web;

/// <summary>Lets the timetable go round and keeps the database up while the node runs. A round that fails is logged and tried again.</summary>
sealed partial class Clockwork(Office office, Storage.Database database, TimeProvider time, ILogger<Clockwork> log) : BackgroundService
{
    static readonly TimeSpan every = TimeSpan.FromSeconds(5), everyMailbox = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var timetable = new Timetable(office);
        return Task.WhenAll(
            GoRound(async () => { await timetable.Tick(); await database.KeepUp(); }, stoppingToken),
            GoRound(() => timetable.SendPost(time), stoppingToken),
            GoRound(async () => { await timetable.Escalate(); await timetable.KeepLoops(); }, stoppingToken),
            GoRound(timetable.FetchMail, stoppingToken, everyMailbox),
            GoRound(() => timetable.LookForTwins(time), stoppingToken),
            GoRound(() => timetable.WorkOutCustomers(time), stoppingToken));
    }

    async Task GoRound(Func<Task> round, CancellationToken stoppingToken, TimeSpan? pause = null)
    {
        using var timer = new PeriodicTimer(pause ?? every, time);
        do
        {
            try { await round(); }
            catch (Exception e) when (e is not OperationCanceledException) { Failed(e); }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Error, "The timed work failed; it is tried again.")]
    partial void Failed(Exception e);
}
