using Microsoft.AspNetCore.Mvc;
using Regard.Customers;
using Regard.Loyalty;
using Regard.Organisation;
using Regard.Web.Ui;
namespace Regard.Web.Loyalty.Reviews;

static class ReviewRoutes
{
    public static void MapReviews(this WebApplication app)
    {
        var pages = app.MapGroup("/loyalty").ExcludeFromDescription();
        pages.MapGet("/reviews", async (Id<Unit>? unit, string? grade, ReviewsShown? show, int? page, Office office, Caller me) =>
            Forms.Page<ReviewsPage>(new { View = await office.Do(new ListReviews(unit, grade, show ?? ReviewsShown.Open, page ?? 1), me), Grade = grade, Show = show ?? ReviewsShown.Open }));
        pages.MapGet("/reviews/{customer}/{lostOn}", (Id<Customer> customer, DateOnly lostOn, Office office, Caller me) => Review(customer, lostOn, null, [], office, me));
        pages.MapPost("/reviews/{customer}/{lostOn}", (Id<Customer> customer, DateOnly lostOn, [FromForm] ReviewTyped sent, Office office, Caller me) => Forms.Try(
            async () =>
            {
                await office.Do(sent.To(customer, lostOn), me);
                return TypedResults.LocalRedirect($"/loyalty/reviews/{customer}/{lostOn.Iso()}");
            },
            found => Review(customer, lostOn, sent, found, office, me)));
        pages.MapPost("/notes", ([FromForm] Id<Unit> unit, [FromForm] AnnotationTyped sent, Office office, Caller me) => Forms.Try(
            async () =>
            {
                await office.Do(new Annotate(unit, Forms.Day(sent.Day) ?? default, sent.Text), me);
                return TypedResults.LocalRedirect($"/loyalty/churn?unit={unit}#notes");
            },
            async found => Forms.Page<ChurnPage>(new { View = await office.Do(new ShowChurn(unit), me), Noted = sent, Found = found }, found)));
        pages.MapPost("/notes/{id}/remove", async (Id<Annotation> id, [FromForm] Id<Unit> unit, Office office, Caller me) =>
        {
            await office.Do(new RemoveAnnotation(id), me);
            return TypedResults.LocalRedirect($"/loyalty/churn?unit={unit}#notes");
        });

        var api = app.MapGroup("/api/loyalty").WithTags("Loyalty").DisableAntiforgery();
        api.MapGet("/reviews", (Id<Unit>? unit, string? grade, ReviewsShown? show, int? page, Office office, Caller me) => office.Do(new ListReviews(unit, grade, show ?? ReviewsShown.Open, page ?? 1), me));
        api.MapGet("/reviews/{customer}/{lostOn}", (Id<Customer> customer, DateOnly lostOn, Office office, Caller me) => office.Do(new ShowReview(customer, lostOn), me));
        api.MapPost("/reviews", (WriteReview sent, Office office, Caller me) => office.Do(sent, me));
        api.MapPost("/notes", (Annotate sent, Office office, Caller me) => office.Do(sent, me));
        api.MapDelete("/notes/{id}", (Id<Annotation> id, Office office, Caller me) => office.Do(new RemoveAnnotation(id), me));
    }

    static async Task<IResult> Review(Id<Customer> customer, DateOnly lostOn, ReviewTyped? typed, IReadOnlyList<Problem> found, Office office, Caller me) =>
        Forms.Page<ReviewPage>(new { View = await office.Do(new ShowReview(customer, lostOn), me), Typed = typed, Found = found }, found);
}
