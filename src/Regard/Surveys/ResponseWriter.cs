using System.Collections.Concurrent;
using System.Threading.Channels;
namespace Regard.Surveys;

/// <summary>Takes submissions from everybody at once and lets the Office keep those that wait together in one transaction, so that one write to the disk serves them all.</summary>
public sealed class ResponseWriter : IAsyncDisposable
{
    const int MayWait = 20_000, AtOnce = 1_000;

    readonly Office office, keeping;
    readonly Channel<Waiting> channel = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(MayWait) { SingleReader = true });
    readonly ConcurrentDictionary<string, AnsweringForm> forms = new();
    readonly Task writing;

    public ResponseWriter(Office office)
    {
        (this.office, keeping) = (office, office.Apart());
        writing = Task.Run(Write);
    }

    /// <summary>Transactions so far.</summary>
    internal long Batches { get; private set; }

    /// <summary>Comes back when the response is durable; throws the refusal when it was turned away.</summary>
    public async Task<Receipt> Submit(Submission submission, Caller caller)
    {
        if (!caller.May(submission.Needs)) return await office.Do(submission, caller);
        var problems = submission.Check().ToList();
        if (problems.Count > 0) throw new Invalid(problems);
        var form = await FormOf(submission, caller);
        var waiting = new Waiting(new Checked(submission, caller, form, form.Pack(submission.Answers)));
        await channel.Writer.WriteAsync(waiting);
        return await waiting.Done.Task;
    }

    /// <summary>The form behind an open link by which somebody answered lately; null when it has to be looked up.</summary>
    public FormDocument? Known(Respondent who) => who.OpenLink is { } link && forms.TryGetValue(link, out var form) ? form.Version.Document : null;

    /// <summary>Kept once the wave has been opened: from then on its form stays the same.</summary>
    async Task<AnsweringForm> FormOf(Submission submission, Caller caller)
    {
        if (submission.FormKey is { } key && forms.TryGetValue(key, out var known)) return known;
        var form = await office.Do(new FormOfSubmission(submission), caller);
        if (submission.FormKey is { } name && form.Wave.OpenedAt is not null) forms.TryAdd(name, form);
        return form;
    }

    async Task Write()
    {
        var batch = new List<Waiting>(AtOnce);
        while (await channel.Reader.WaitToReadAsync())
        {
            while (batch.Count < AtOnce && channel.Reader.TryRead(out var waiting)) batch.Add(waiting);
            await Keep(batch);
            batch.Clear();
        }
    }

    async Task Keep(List<Waiting> batch)
    {
        try
        {
            var outcomes = await keeping.Do(new AppendResponses([.. batch.Select(w => w.Checked)]), Caller.Installation("respondents"));
            Batches++;
            for (var i = 0; i < batch.Count; i++) batch[i].Answer(outcomes[i]);
        }
        catch (Exception e)
        {
            if (batch.Count == 1) batch[0].Done.SetException(e);
            else foreach (var one in batch.ToList()) await Keep([one]);   // one that fails must not fail the others
        }
    }

    sealed class Waiting(Checked submission)
    {
        public Checked Checked => submission;
        public TaskCompletionSource<Receipt> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Answer(Outcome outcome)
        {
            if (outcome.Receipt is { } receipt) Done.SetResult(receipt);
            else Done.SetException(outcome.Refusal!);
        }
    }

    /// <summary>Keeps what still waits, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        channel.Writer.TryComplete();
        await writing;
    }
}

/// <summary>Asked by the writer only, for callers who may send the submission in.</summary>
sealed record FormOfSubmission(Submission Submission) : Question<AnsweringForm>
{
    internal override Permission Needs => Permission.Public;
    internal override Task<AnsweringForm> Run(Session s) => Submission.Form(s);
}
