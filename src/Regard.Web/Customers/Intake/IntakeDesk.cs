using System.Collections.Concurrent;
using Regard.Files;
namespace Regard.Web.Customers.Intake;

/// <summary>Files being looked at or taken on this node, so that nobody's browser waits on an open line for a long one.</summary>
/// <remarks>Work that is asked for again after the node has gone is done again: a trial writes nothing, and the same file twice changes nothing.</remarks>
sealed class IntakeDesk(Office office, RegardSettings settings)
{
    static readonly TimeSpan kept = TimeSpan.FromMinutes(30);

    readonly ConcurrentDictionary<string, IntakeWork> works = new();

    /// <summary>The work, begun now if it was not before.</summary>
    public IntakeWork Begin(Id<Upload> upload, IntakeAsked asked, Caller me)
    {
        var now = settings.Clock.GetUtcNow();
        foreach (var (key, work) in works) if (work.Done.IsCompleted && now - work.Since > kept) works.TryRemove(key, out _);
        return works.GetOrAdd($"{upload}|{me.Person}|{asked}", _ => new(now, () => Do(upload, asked, me)));
    }

    /// <summary>Whether it is done within this time; stops waiting when nobody listens any more.</summary>
    public async Task<bool> IsDone(IntakeWork work, TimeSpan within, CancellationToken nobodyListens) =>
        await Task.WhenAny(work.Done, Task.Delay(within, settings.Clock, nobodyListens)) == work.Done;

    public bool Knows(Id<Upload> upload, IntakeAsked asked, Caller me) => works.ContainsKey($"{upload}|{me.Person}|{asked}");

    /// <summary>Lets it be begun again, as after a refusal.</summary>
    public void Forget(Id<Upload> upload, IntakeAsked asked, Caller me) => works.TryRemove($"{upload}|{me.Person}|{asked}", out _);

    async Task<Import> Do(Id<Upload> id, IntakeAsked asked, Caller me)
    {
        await using var file = Scratch.File();
        var upload = await office.Do(new FetchUpload(id, file), me);
        return await office.Do(asked.Take(file, upload.FileName, settings.LargestUpload), me);
    }
}

sealed class IntakeWork(DateTimeOffset since, Func<Task<Import>> work)
{
    readonly Lazy<Task<Import>> done = new(() => Task.Run(work));

    public DateTimeOffset Since => since;
    public Task<Import> Done => done.Value;
}
