using Microsoft.AspNetCore.Mvc;
using Regard.Organisation;
using Regard.Post;
using Regard.Post.Channels;
using Regard.Post.Templates;
using Regard.Post.Watch;
using Regard.Web.Ui;
namespace Regard.Web.Post;

static class PostRoutes
{
    public static void MapPost(this WebApplication app)
    {
        var pages = app.MapGroup("/post").ExcludeFromDescription();
        pages.MapGet("", ([AsParameters] PostQuery query, Office office, Caller me) => Post(query, [], office, me));
        pages.MapPost("/replay", async ([FromForm] string? id, Office office, Caller me) =>
        {
            await office.Do(new ReplayMessages(Id<Message>.TryParse(id, null, out var one) ? one : null), me);
            return TypedResults.LocalRedirect("/post");
        });
        pages.MapPost("/{id}/drop", async (Id<Message> id, Office office, Caller me) =>
        {
            await office.Do(new DropMessage(id), me);
            return TypedResults.LocalRedirect("/post");
        });
        pages.MapPost("/days", ([FromForm] string? days, Office office, Caller me) => Forms.Try(
            async () =>
            {
                await office.Do(new SetPostDays(int.TryParse(days, out var number) ? number : 0), me);
                return TypedResults.LocalRedirect("/post");
            },
            found => Post(new(), found, office, me)));

        var channels = app.MapGroup("/channels").ExcludeFromDescription();
        channels.MapPost("/sources/{name}", async (string name, [FromForm] string? hours, Office office, Caller me) =>
        {
            await office.Do(new SetSourceGap(name, string.IsNullOrWhiteSpace(hours) ? null : int.TryParse(hours, out var number) ? number : 0), me);
            return TypedResults.LocalRedirect("/channels");
        });
        channels.MapGet("", (Office office, Caller me) => Channels(null, [], office, me));
        channels.MapPost("/address", ([FromForm] string? url, Office office, Caller me) => Forms.Try(
            async () => { await office.Do(new SetPublicAddress(url ?? ""), me); return TypedResults.LocalRedirect("/channels"); },
            found => Channels(url, found, office, me)));
        channels.MapGet("/new", (ChannelKind? kind, Office office, Caller me) => Channel(null, ChannelTyped.For(kind ?? ChannelKind.Smtp), [], office, me));
        channels.MapPost("/new", ([FromForm] ChannelTyped sent, Office office, Caller me) => Save(null, sent, office, me));
        channels.MapGet("/{id}", (Id<Channel> id, Office office, Caller me) => Channel(id, null, [], office, me));
        channels.MapPost("/{id}", (Id<Channel> id, [FromForm] ChannelTyped sent, Office office, Caller me) => Save(id, sent, office, me));
        channels.MapPost("/{id}/switch", async (Id<Channel> id, [FromForm] bool on, Office office, Caller me) =>
        {
            await office.Do(new SwitchChannel(id, on), me);
            return TypedResults.LocalRedirect("/channels");
        });
        channels.MapPost("/{id}/test", (Id<Channel> id, [FromForm] string? to, Office office, Caller me) => Forms.Try(
            async () =>
            {
                await office.Do(new SendTest(id, to ?? ""), me);
                return TypedResults.LocalRedirect($"/post?channel={id}");
            },
            found => Channel(id, null, found, office, me)));

        var templates = app.MapGroup("/templates").ExcludeFromDescription();
        templates.MapGet("", async (Office office, Caller me) => Forms.Page<TemplatesPage>(new { Rows = await office.Do(new ListTemplates(), me) }));
        templates.MapGet("/{key}/{tag}", (string key, string tag, Office office, Caller me) => Template(key, tag, null, [], office, me));
        templates.MapPost("/{key}/{tag}", (string key, string tag, [FromForm] TemplateTyped sent, Office office, Caller me) => Forms.Try(
            async () =>
            {
                if (sent.Preview is not null) return await Template(key, tag, sent, [], office, me);
                await office.Do(new SaveTemplate(key, tag, sent.After, sent.Title ?? "", sent.Body ?? ""), me);
                return TypedResults.LocalRedirect($"/templates/{key}/{tag}");
            },
            found => Template(key, tag, sent, found, office, me)));

        var api = app.MapGroup("/api/post").WithTags("Post").DisableAntiforgery();
        api.MapGet("", ([AsParameters] PostQuery query, Office office, Caller me) => office.Do(new ListMessages(query.ToFilter()), me));
        api.MapPost("/replay", (ReplayMessages sent, Office office, Caller me) => office.Do(sent, me));
        api.MapGet("/channels", (Office office, Caller me) => office.Do(new ListChannels(), me));
    }

    static async Task<IResult> Channels(string? typed, IReadOnlyList<Problem> found, Office office, Caller me) =>
        Forms.Page<ChannelsPage>(new { Rows = await office.Do(new ListChannels(), me), Sources = await office.Do(new ListSources(), me), Address = typed ?? await office.Do(new ShowPublicAddress(), me), Found = found }, found);

    static Task<IResult> Save(Id<Channel>? id, ChannelTyped sent, Office office, Caller me) => Forms.Try(
        async () =>
        {
            var saved = await office.Do(sent.ToChange(id), me);
            return TypedResults.LocalRedirect($"/channels/{saved}");
        },
        found => Channel(id, sent, found, office, me));

    static async Task<IResult> Channel(Id<Channel>? id, ChannelTyped? typed, IReadOnlyList<Problem> found, Office office, Caller me)
    {
        var rows = await office.Do(new ListChannels(), me);
        var shown = id is null ? null : rows.FirstOrDefault(r => r.Id == id) ?? throw new NotFound("There is no such channel.");
        return Forms.Page<ChannelPage>(new { Units = await office.Do(new ShowTree(), me), Shown = shown, Typed = typed ?? ChannelTyped.Of(shown!), Found = found }, found);
    }

    static async Task<IResult> Template(string key, string tag, TemplateTyped? typed, IReadOnlyList<Problem> found, Office office, Caller me)
    {
        var view = await office.Do(new ShowTemplate(key, tag), me);
        return Forms.Page<TemplatePage>(new { Kind = TemplateKind.Of(key), View = view, Typed = typed ?? TemplateTyped.Of(view.Template), Found = found }, found);
    }

    static async Task<IResult> Post(PostQuery query, IReadOnlyList<Problem> found, Office office, Caller me) =>
        Forms.Page<PostPage>(new { View = await office.Do(new ListMessages(query.ToFilter()), me), Query = query, Found = found }, found);
}
