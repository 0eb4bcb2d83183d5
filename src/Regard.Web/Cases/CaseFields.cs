using System.Globalization;
using Regard.Cases;
using Regard.Organisation;
namespace Regard.Web.Cases;

/// <summary>The fields of one form of a case's page, read as what the operations want.</summary>
sealed class CaseFields(string form, IFormCollection sent, RouteValueDictionary route)
{
    public string Text(string name) => sent[$"{form}.{name}"].ToString();
    public string? Given(string name) => sent.ContainsKey($"{form}.{name}") ? Text(name) : null;
    public T? One<T>(string name) where T : struct, Enum => Enum.TryParse<T>(Text(name), out var value) && Enum.IsDefined(value) ? value : null;
    public int? Number(string name) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
    /// <summary>The last minute of a day, where the reader's clocks hang.</summary>
    public DateTimeOffset? EndOfDay(string name)
    {
        if (Ui.Forms.Day(Text(name)) is not { } day) return null;
        var end = day.ToDateTime(new(23, 59));
        return new(end, Ui.Tongue.Zone.GetUtcOffset(end));
    }

    public Id<Person>? Person(string name) => Id<Person>.TryParse(Text(name), null, out var id) ? id : null;
    public Id<Person> Chosen(string name) => Person(name) ?? throw new Invalid(name, "Choose a person.");
    public Id<Unit> Unit(string name) => Id<Unit>.TryParse(Text(name), null, out var id) ? id : throw new Invalid(name, "Choose a unit.");
    public IReadOnlyList<Id<Unit>> Units(string name) => [.. sent[$"{form}.{name}"].Select(v => Id<Unit>.TryParse(v, null, out var id) ? id : (Id<Unit>?)null).OfType<Id<Unit>>()];
    public long Case(string name) => long.TryParse(Text(name).Trim().TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new Invalid(name, "Give the number of a case.");
    public long? Revision => long.TryParse(sent["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : null;
    public Id<T> At<T>(string name) => Id<T>.TryParse(route[name]?.ToString(), null, out var id) ? id : throw new NotFound("There is no such page.");
    public RecoveryStep Step => Enum.TryParse<RecoveryStep>(route["step"]?.ToString(), out var step) && Enum.IsDefined(step) ? step : throw new NotFound("There is no such page.");
}
