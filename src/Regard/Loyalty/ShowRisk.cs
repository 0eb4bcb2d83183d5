using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>Who will leave: the model, and the customers at risk with the most at stake first.</summary>
public sealed record ShowRisk(Id<Unit>? UnitId = null, string? Grade = null, string? Segment = null, int Page = 1) : Question<RiskView>
{
    public const int PageSize = 25;

    internal override Permission Needs => Permission.SeeCustomers;

    internal override async Task<RiskView> Run(Session s)
    {
        var place = await LoyaltyPlace.Of(s, UnitId);
        var asked = await RiskRowsAsked.Of(s, place.Unit.Id, Grade, Segment);
        var page = Math.Max(1, Page);
        return new()
        {
            Place = place, Figures = place.Working is { } w ? WorkingModels.Read(w.Models).Risk : null, Page = page,
            Rows = await asked.Rows(s, PageSize, (page - 1) * PageSize), Total = await asked.Count(s),
            Segments = await s.Many<string>("select distinct segment from standings where segment <> '' order by segment"),
        };
    }
}

public sealed record RiskView
{
    public required LoyaltyPlace Place { get; init; }
    /// <summary>Null before the first working out.</summary>
    public RiskFigures? Figures { get; init; }
    public required IReadOnlyList<RiskListed> Rows { get; init; }
    public required long Total { get; init; }
    public required int Page { get; init; }
    public required IReadOnlyList<string> Segments { get; init; }
}
