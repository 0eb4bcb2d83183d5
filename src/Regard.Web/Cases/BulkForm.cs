using System.Globalization;
namespace Regard.Web.Cases;

/// <summary>What is to be done with the selected cases.</summary>
public sealed record BulkForm
{
    public string? Do { get; init; }
    public string? Person { get; init; }
    public string? Words { get; init; }
    public IReadOnlyList<long> Numbers { get; init; } = [];

    public Id<Regard.Organisation.Person> To => Id<Regard.Organisation.Person>.TryParse(Person, null, out var id) ? id : throw new Invalid("person", "Choose a person.");

    public static BulkForm Of(IFormCollection sent) => new()
    {
        Do = sent["do"], Person = sent["person"], Words = sent["words"],
        Numbers = [.. sent["number"].Select(n => long.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(n => n > 0).Distinct()],
    };
}

/// <param name="Why">Why it was not done; null when it was.</param>
public sealed record BulkOutcome(long Number, Words? Why);
