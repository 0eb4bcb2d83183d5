namespace Regard;

/// <summary>Something a person, a program or the clock asks for. The request is the operation.</summary>
/// <remarks>Its members are internal: only <see cref="Office"/> can run it, so nothing passes unasked and unchecked.</remarks>
public abstract record Operation<T>
{
    internal abstract Permission Needs { get; }

    /// <summary>What the audit trail says this was about; never a secret.</summary>
    internal virtual string? Subject => null;

    internal virtual IEnumerable<Problem> Check() => [];
    internal abstract Task<T> Run(Session s);
}

/// <summary>An operation that changes something.</summary>
public abstract record Change<T> : Operation<T>
{
    /// <summary>False only where the rows written are their own record, as with answers of respondents.</summary>
    internal virtual bool Audited => true;
    /// <summary>False for a trial, which looks and tells what would be.</summary>
    internal virtual bool Writes => true;
}

/// <summary>An operation that only looks.</summary>
public abstract record Question<T> : Operation<T>;

/// <summary>The result of a change that has nothing to tell.</summary>
public readonly record struct Done;
