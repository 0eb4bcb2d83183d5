using System.Data.Common;
using Regard.Audit;
using Regard.Organisation;
using Regard.Storage;
namespace Regard;

/// <summary>The one door for pages, API, command line and clock: permission, check, transaction, audit.</summary>
public sealed class Office(Database database, TimeProvider clock)
{
    const int Tries = 4;
    readonly string zone = Zones.Of(clock.LocalTimeZone);

    /// <summary>The same door by connections of its own.</summary>
    internal Office Apart() => new(database.Apart(), clock);

    public async Task<T> Do<T>(Operation<T> operation, Caller caller)
    {
        if (!caller.May(operation.Needs))
        {
            // Whoever is not signed in is nobody to name, and crawlers would fill the trail.
            if (caller.Person is not null) await Note(operation, caller, Outcome.Refused);
            throw new Refused(caller.Person is null ? Words.Of("Please sign in first.") : Words.Of("Your role does not include this."), forbidden: true);
        }
        var problems = operation.Check().ToList();
        if (problems.Count > 0) throw new Invalid(problems);

        for (var attempt = 1; ; attempt++)
        {
            try { return await Attempt(operation, caller); }
            catch (DbException e) when (database.Dialect.IsPassing(e) && attempt < Tries) { }
            catch (DbException e) when (database.Dialect.Refusal(e) is { } refusal) { throw refusal; }
            catch (Refused r) when (operation is Change<T>)
            {
                await Note(operation, caller, Outcome.Refused, r.Words);
                throw;
            }
        }
    }

    async Task<T> Attempt<T>(Operation<T> operation, Caller caller)
    {
        var change = operation is Change<T> { Writes: true } writing ? writing : null;
        using var turn = change is null ? null : await database.Dialect.Turn();
        await using var connection = await database.Open();
        await using var work = await database.Dialect.Begin(connection, writing: change is not null);
        var session = new Session(work, database.Dialect, caller, Now, zone);
        var result = await operation.Run(session);
        if (change is { Audited: true }) await AuditTrail.Write(session, operation.GetType().Name, operation.Subject, Outcome.Done, null);
        await work.CommitAsync();
        return result;
    }

    DateTimeOffset Now => clock.GetUtcNow().ToMilliseconds();

    async Task Note<T>(Operation<T> operation, Caller caller, Outcome outcome, Words? words = null)
    {
        using var turn = await database.Dialect.Turn();
        await using var connection = await database.Open();
        await using var work = await database.Dialect.Begin(connection, writing: true);
        await AuditTrail.Write(new Session(work, database.Dialect, caller, Now, zone), operation.GetType().Name, operation.Subject, outcome, words?.ToString());
        await work.CommitAsync();
    }
}
