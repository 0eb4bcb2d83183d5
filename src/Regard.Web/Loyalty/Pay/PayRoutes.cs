using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Regard.Files;
using Regard.Loyalty;
using Regard.Organisation;
using Regard.Web.Surveys.Waves;
using Regard.Web.Ui;
namespace Regard.Web.Loyalty.Pay;

static class PayRoutes
{
    const long LargestFile = 8 << 20;
    const string Csv = "text/csv; charset=utf-8";

    public static void MapPay(this WebApplication app)
    {
        var pages = app.MapGroup("/loyalty").ExcludeFromDescription();
        pages.MapGet("/pay", (Id<Unit>? unit, Office office, Caller me) => Pay(unit, null, [], null, office, me));
        pages.MapPost("/pay/costs", ([FromForm] CostTyped sent, Office office, Caller me) => Forms.Try(
            async () =>
            {
                var currency = (await office.Do(new ShowPay(), me)).Place.Currency;
                var line = sent.ToLine(currency);
                await office.Do(new AddCost(line), me);
                return TypedResults.LocalRedirect($"/loyalty/pay?unit={line.UnitId}#ledger");
            },
            found => Pay(Unit(sent.Unit), sent, found, null, office, me)));
        pages.MapPost("/pay/costs/{id}/remove", async (Id<Cost> id, [FromForm] Id<Unit> unit, Office office, Caller me) =>
        {
            await office.Do(new RemoveCost(id), me);
            return TypedResults.LocalRedirect($"/loyalty/pay?unit={unit}#ledger");
        });
        pages.MapPost("/pay/costs/file", (HttpRequest request, Office office, Caller me) => TakeFile(request, (unit, found) => Pay(unit, null, found, null, office, me), async (file, name, unit) =>
        {
            var brought = await office.Do(new BringCosts(file, name), me);
            return await Pay(unit, null, [], Words.Of("{0} lines read, {1} new.", brought.Lines, brought.Added), office, me);
        }));
        pages.MapGet("/recovery", async (Id<Unit>? unit, Office office, Caller me) => Forms.Page<RecoveryPage>(new { View = await office.Do(new ShowRecovery(unit), me) }));
        pages.MapGet("/worth", async (Id<Unit>? unit, Office office, Caller me) => Forms.Page<WorthPage>(new { View = await office.Do(new ShowWorth(unit), me) }));
        pages.MapGet("/repurchase", async (Id<Unit>? unit, Office office, Caller me) => Forms.Page<RepurchasePage>(new { View = await office.Do(new ShowRepurchase(unit), me) }));
        pages.MapGet("/propensity", async (Id<Unit>? unit, Office office, Caller me) => Forms.Page<PropensityPage>(new { View = await office.Do(new ShowPropensity(unit), me) }));
        pages.MapGet("/wallet", async (Id<Unit>? unit, Office office, Caller me) => Forms.Page<WalletPage>(new { View = await office.Do(new ShowWallet(unit), me) }));
        pages.MapGet("/lag", (Id<Unit>? unit, Office office, Caller me) => Lag(unit, null, [], null, office, me));
        pages.MapPost("/lag/shares", ([FromForm] ShareTyped sent, Office office, Caller me) => Forms.Try(
            async () =>
            {
                await office.Do(new AddMarketShare(sent.ToLine()), me);
                return TypedResults.LocalRedirect($"/loyalty/lag?unit={sent.Unit}#shares");
            },
            found => Lag(Unit(sent.Unit), sent, found, null, office, me)));
        pages.MapPost("/lag/shares/remove", async ([FromForm] Id<Unit> at, [FromForm] ShareTyped sent, Office office, Caller me) =>
        {
            await office.Do(new RemoveMarketShare(Typed.Unit(sent.Unit), Typed.Day(sent.FromDay, "FromDay"), Typed.Day(sent.LastDay, "LastDay"), sent.Source ?? ""), me);
            return TypedResults.LocalRedirect($"/loyalty/lag?unit={at}#shares");
        });
        pages.MapPost("/lag/shares/file", (HttpRequest request, Office office, Caller me) => TakeFile(request, (unit, found) => Lag(unit, null, found, null, office, me), async (file, name, unit) =>
            await Lag(unit, null, [], Words.Of("{0} lines read.", await office.Do(new BringMarketShares(file, name), me)), office, me)));
        pages.MapGet("/hidden", (Id<Unit>? unit, Office office, Caller me) => Hidden(unit, null, [], null, office, me));
        pages.MapPost("/hidden/lists", ([FromForm] ListTyped sent, Office office, Caller me) => Forms.Try(
            async () =>
            {
                await office.Do(new AddProblemList(sent.ToList()), me);
                return TypedResults.LocalRedirect($"/loyalty/hidden?unit={sent.Unit}");
            },
            found => Hidden(Unit(sent.Unit), sent, found, null, office, me)));
        pages.MapPost("/hidden/lists/file", (HttpRequest request, Office office, Caller me) => TakeFile(request, (unit, found) => Hidden(unit, null, found, null, office, me), async (file, name, unit) =>
            await Hidden(unit, null, [], Words.Of("{0} lines read.", await office.Do(new BringProblemLists(file, name), me)), office, me)));
        pages.MapGet("/silent", async (Id<Unit>? unit, string? grade, int? page, Office office, Caller me) => Forms.Page<SilentPage>(new { View = await office.Do(new ListSilent(unit, grade, Math.Max(1, page ?? 1)), me), Grade = grade }));
        pages.MapGet("/silent.csv", async (Id<Unit>? unit, string? grade, Office office, Caller me, Tongue l) => TypedResults.File(Silent(await office.Do(new ListSilent(unit, grade, ListSilent.AllPages), me), l), Csv, "silent.csv"));

        var api = app.MapGroup("/api/loyalty").WithTags("Loyalty").DisableAntiforgery();
        api.MapGet("/pay", (Id<Unit>? unit, Office office, Caller me) => office.Do(new ShowPay(unit), me));
        api.MapPost("/costs", (CostLine sent, Office office, Caller me) => office.Do(new AddCost(sent), me));
        api.MapPost("/costs/file", async (HttpRequest request, Office office, Caller me) => { await using var file = await UploadedFile.FromBody(request, LargestFile); return await office.Do(new BringCosts(file, "api"), me); });
        api.MapDelete("/costs/{id}", (Id<Cost> id, Office office, Caller me) => office.Do(new RemoveCost(id), me));
        api.MapGet("/recovery", (Id<Unit>? unit, Office office, Caller me) => office.Do(new ShowRecovery(unit), me));
        api.MapGet("/worth", (Id<Unit>? unit, Office office, Caller me) => office.Do(new ShowWorth(unit), me));
        api.MapGet("/repurchase", (Id<Unit>? unit, Office office, Caller me) => office.Do(new ShowRepurchase(unit), me));
        api.MapGet("/propensity", (Id<Unit>? unit, Office office, Caller me) => office.Do(new ShowPropensity(unit), me));
        api.MapGet("/wallet", (Id<Unit>? unit, Office office, Caller me) => office.Do(new ShowWallet(unit), me));
        api.MapGet("/lag", (Id<Unit>? unit, Office office, Caller me) => office.Do(new ShowLag(unit), me));
        api.MapPost("/market-shares", (MarketShareLine sent, Office office, Caller me) => office.Do(new AddMarketShare(sent), me));
        api.MapPost("/market-shares/file", async (HttpRequest request, Office office, Caller me) => { await using var file = await UploadedFile.FromBody(request, LargestFile); return await office.Do(new BringMarketShares(file, "api"), me); });
        api.MapPost("/market-shares/remove", (RemoveMarketShare sent, Office office, Caller me) => office.Do(sent, me));
        api.MapGet("/hidden", (Id<Unit>? unit, Office office, Caller me) => office.Do(new ShowHidden(unit), me));
        api.MapPost("/problem-lists", (ProblemList sent, Office office, Caller me) => office.Do(new AddProblemList(sent), me));
        api.MapPost("/problem-lists/file", async (HttpRequest request, Office office, Caller me) => { await using var file = await UploadedFile.FromBody(request, LargestFile); return await office.Do(new BringProblemLists(file, "api"), me); });
        api.MapGet("/silent", (Id<Unit>? unit, string? grade, int? page, Office office, Caller me) => office.Do(new ListSilent(unit, grade, Math.Max(1, page ?? 1)), me));
    }

    static Id<Unit>? Unit(string? sent) => Id<Unit>.TryParse(sent, null, out var id) ? id : null;

    static Task<IResult> TakeFile(HttpRequest request, Func<Id<Unit>?, IReadOnlyList<Problem>, Task<IResult>> again, Func<Stream, string, Id<Unit>?, Task<IResult>> take) => Forms.Try(
        async () =>
        {
            var (file, name) = await UploadedFile.FromForm(request);
            await using (file) return await take(file, name, Unit((await request.ReadFormAsync())["unit"]));
        },
        async found => await again(Unit((await request.ReadFormAsync())["unit"]), found));

    static async Task<IResult> Pay(Id<Unit>? unit, CostTyped? typed, IReadOnlyList<Problem> found, Words? said, Office office, Caller me) =>
        Forms.Page<PayPage>(new { View = await office.Do(new ShowPay(unit), me), Typed = typed ?? new(), Found = found, Said = said?.In(me.Language) }, found);

    static async Task<IResult> Lag(Id<Unit>? unit, ShareTyped? typed, IReadOnlyList<Problem> found, Words? said, Office office, Caller me) =>
        Forms.Page<LagPage>(new { View = await office.Do(new ShowLag(unit), me), Typed = typed ?? new(), Found = found, Said = said?.In(me.Language) }, found);

    static async Task<IResult> Hidden(Id<Unit>? unit, ListTyped? typed, IReadOnlyList<Problem> found, Words? said, Office office, Caller me) =>
        Forms.Page<HiddenPage>(new { View = await office.Do(new ShowHidden(unit), me), Typed = typed ?? new(), Found = found, Said = said?.In(me.Language) }, found);

    static byte[] Silent(SilentView view, Tongue l) => WaveFileRoutes.WithMark(
        CsvCell.Line("number", "name", "phone", "unit", "grade", "segment", "satisfaction", "answered_on", "last_purchase", "days_of_silence", "usual_days", "state", "at_stake", "currency")
        + string.Concat(view.Rows.Select(r => CsvCell.Line(r.Number.ToString(CultureInfo.InvariantCulture), r.Name, r.Phone, r.UnitName, r.Grade, r.Segment, r.Satisfaction.ToString("0", CultureInfo.InvariantCulture), r.SatisfiedOn.Iso(), r.LastDay.Iso(),
            r.Days.ToString(CultureInfo.InvariantCulture), r.Patience.ToString(CultureInfo.InvariantCulture), l[r.State.Said()], (r.AtStake / Math.Pow(10, Money.Decimals(view.Place.Currency ?? ""))).ToString("0.##", CultureInfo.InvariantCulture), view.Place.Currency))));
}
