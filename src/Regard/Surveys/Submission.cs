namespace Regard.Surveys;

/// <summary>An answered form on its way in. It is durable before it is acknowledged, and never counted twice.</summary>
/// <remarks>The Office takes one at a time; <see cref="ResponseWriter"/> hands it the submissions of many people in one go.</remarks>
public abstract record Submission : Change<Receipt>
{
    public Answers Answers { get; init; } = [];
    public Language Language { get; init; }
    public DateTimeOffset? StartedAt { get; init; }

    internal override bool Audited => false;

    /// <summary>The form that it answers.</summary>
    internal abstract Task<AnsweringForm> Form(Session s);

    /// <summary>What names the form among submissions, when it can be told without looking.</summary>
    internal virtual string? FormKey => null;

    /// <summary>Found wanting or in order, inside the transaction that keeps it.</summary>
    /// <summary>Whose answers these are, as far as the submission itself tells.</summary>
    internal abstract Id<Customers.Customer>? Customer { get; }
    internal abstract Accepted Accept(Checked submission, BatchFacts facts);

    internal override async Task<Receipt> Run(Session s)
    {
        var form = await Form(s);
        var outcome = (await AppendResponses.Take(s, [new(this, s.Caller, form, form.Pack(Answers))])).Single();
        return outcome.Receipt ?? throw outcome.Refusal!;
    }
}

/// <summary>A submission whose answers fit its form.</summary>
sealed record Checked(Submission Submission, Caller Caller, AnsweringForm Form, PackedAnswers Answers);

/// <summary>Its receipt, or why it was turned away.</summary>
sealed record Outcome(Receipt? Receipt, Exception? Refusal);
