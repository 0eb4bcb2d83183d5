using Regard.Surveys;
namespace Regard.Cases;

/// <summary>What a customer who was asked after a case sees on coming by the receipt code.</summary>
public sealed record BeginRatingByReceipt(string Code) : Question<RatingBegun>
{
    internal override Permission Needs => Permission.Public;

    internal override async Task<RatingBegun> Run(Session s) => RatingBegun.Of(s, await AfterCase.ByReceipt(s, Code));

    public override string ToString() => nameof(BeginRatingByReceipt);
}

/// <summary>A customer says by the receipt code how a case was handled; by this way or by the link in the mail, once.</summary>
public sealed record RateCaseByReceipt(string Code, Answers Answers) : Change<Done>
{
    internal override Permission Needs => Permission.Public;
    internal override bool Audited => false;

    internal override async Task<Done> Run(Session s) => await RateCase.Keep(s, await AfterCase.ByReceipt(s, Code), Answers);

    public override string ToString() => nameof(RateCaseByReceipt);
}
