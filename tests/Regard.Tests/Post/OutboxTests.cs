using Regard.Organisation;
using Regard.Post;
using Regard.Post.Channels;
using Regard.Storage;
namespace Regard.Tests.Post;

public class OutboxTests
{
    [Theory, EachDatabase]
    public async Task A_message_waits_until_there_is_a_channel_for_it_and_the_page_says_so(Engine on)
    {
        await using var t = await TestOffice.On(on);
        await t.Put(new(MessageKind.Sms, "+86 138-0000-0000", "", "hello"));
        Assert.Equal(0, await t.SendPost());
        var view = await t.Do(new ListMessages(new()));
        Assert.Equal([MessageKind.Sms], view.Lacking);
        Assert.Equal(MessageState.Waiting, Assert.Single(view.Rows).State);
        await using var gateway = await Receiver.Start();
        await t.Do(new SaveChannel(null, ChannelKind.Sms, "Gateway", new() { Url = gateway.Url, AllowsPrivate = true }) { Key = GivenPost.Key });
        Assert.Equal(1, await t.SendPost());
        Assert.Equal("+8613800000000", System.Text.Json.JsonDocument.Parse(Assert.Single(gateway.Calls).Body).RootElement.GetProperty("to").GetString());
        Assert.Equal(MessageState.Sent, (await t.Single()).State);
    }

    [Theory, EachDatabase]
    public async Task What_is_asked_for_twice_under_one_key_goes_out_once(Engine on)
    {
        await using var t = await TestOffice.On(on);
        await using var receiver = await Receiver.Start();
        await t.Do(GivenPost.Webhook(receiver));
        var first = await t.Put(new(MessageKind.Webhook, "orders", "x", "{}") { Key = "refund 7" });
        Assert.Equal(first, await t.Put(new(MessageKind.Webhook, "orders", "x", "{}") { Key = "refund 7" }));
        await t.SendPost();
        await t.SendPost();
        Assert.Single(receiver.Calls);
    }

    [Theory, EachDatabase]
    public async Task Two_nodes_at_once_send_each_message_once(Engine on)
    {
        await using var t = await TestOffice.On(on);
        await using var receiver = await Receiver.Start();
        await t.Do(GivenPost.Webhook(receiver));
        for (var i = 0; i < 60; i++) await t.Put(new(MessageKind.Webhook, "orders", "x", $$"""{"n":{{i}}}"""));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(n => t.SendPost($"node {n}")));
        Assert.Equal(60, receiver.Calls.Count);
        Assert.Equal(60, receiver.Calls.DistinctBy(c => c.Headers[Signature.IdHeader]).Count());
    }

    [Theory, EachDatabase]
    public async Task What_a_node_held_when_it_was_killed_is_sent_by_another_under_the_same_id(Engine on)
    {
        await using var t = await TestOffice.On(on);
        await using var receiver = await Receiver.Start();
        await t.Do(GivenPost.Webhook(receiver));
        var put = await t.Put(new(MessageKind.Webhook, "orders", "x", "{}"));
        var hook = (await t.Do(new OpenChannels())).Single().Channel;
        Assert.Single(await t.Do(new ClaimMessages(hook, true, "killed", 20)));
        Assert.Equal(0, await t.SendPost());
        t.Clock.Now += ClaimMessages.Hold;
        Assert.Equal(1, await t.SendPost());
        Assert.Equal(put.Id.ToString(), Assert.Single(receiver.Calls).Headers[Signature.IdHeader]);
    }

    [Theory, EachDatabase]
    public async Task A_message_that_ends_every_node_that_sends_it_is_given_up(Engine on)
    {
        await using var t = await TestOffice.On(on);
        await using var receiver = await Receiver.Start();
        await t.Do(GivenPost.Webhook(receiver));
        await t.Put(new(MessageKind.Webhook, "orders", "x", "{}"));
        var hook = (await t.Do(new OpenChannels())).Single().Channel;
        for (var i = 0; i < 20 && (await t.Do(new ClaimMessages(hook, true, "killed", 20))).Count > 0; i++) t.Clock.Now += ClaimMessages.Hold;
        Assert.Equal(MessageState.Dead, (await t.Single()).State);
        Assert.Empty(receiver.Calls);
    }

    [Theory, EachDatabase]
    public async Task While_a_channel_is_down_its_messages_wait_and_the_other_channels_go_on(Engine on)
    {
        await using var t = await TestOffice.On(on);
        await using var down = await Receiver.Start();
        await using var up = await Receiver.Start();
        down.Status = 503;
        await t.Do(GivenPost.Webhook(down, "down"));
        await t.Do(GivenPost.Webhook(up, "up"));
        for (var i = 0; i < 5; i++)
            foreach (var to in new[] { "down", "up" }) await t.Put(new(MessageKind.Webhook, to, "x", "{}"));
        await t.SendPost();
        // One try tells that it is down; the others are not worn out on it.
        Assert.Equal((1, 5), (down.Calls.Count, up.Calls.Count));
        down.Status = 204;
        t.Clock.Now += TimeSpan.FromMinutes(10);
        await t.SendPost();
        Assert.Equal(6, down.Calls.Count);
        Assert.All((await t.Do(new ListMessages(new()))).Rows, m => Assert.Equal(MessageState.Sent, m.State));
    }

    [Theory, EachDatabase]
    public async Task A_channel_that_stays_down_is_given_up_after_three_days_and_an_administrator_sends_again(Engine on)
    {
        await using var t = await TestOffice.On(on);
        await using var receiver = await Receiver.Start();
        receiver.Status = 500;
        await t.Do(GivenPost.Webhook(receiver));
        var put = await t.Put(new(MessageKind.Webhook, "orders", "x", "{}"));
        for (var hour = 0; hour <= 73; hour++, t.Clock.Now += TimeSpan.FromHours(1)) await t.SendPost();
        var dead = await t.Single(MessageState.Dead);
        Assert.Equal("127.0.0.1 answered with status 500.", dead.Error!.ToString());
        receiver.Status = 200;
        Assert.Equal(1, await t.Do(new ReplayMessages(put.Id)));
        await t.SendPost();
        Assert.Equal(MessageState.Sent, (await t.Single()).State);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new ReplayMessages(put.Id)));
    }

    [Theory, EachDatabase]
    public async Task What_a_receiver_refuses_for_good_is_not_tried_again(Engine on)
    {
        await using var t = await TestOffice.On(on);
        await using var receiver = await Receiver.Start();
        receiver.Status = 422;
        await t.Do(GivenPost.Webhook(receiver));
        await t.Put(new(MessageKind.Webhook, "orders", "x", "{}"));
        await t.SendPost();
        Assert.Equal(MessageState.Dead, (await t.Single()).State);
        Assert.Null((await t.Do(new ListChannels())).Single().FailingSince);
    }

    [Theory, EachDatabase]
    public async Task A_dropped_message_is_forgotten_and_never_sent(Engine on)
    {
        await using var t = await TestOffice.On(on);
        await using var receiver = await Receiver.Start();
        var hook = await t.Do(GivenPost.Webhook(receiver));
        var put = await t.Put(new(MessageKind.Webhook, "orders", "secret matter", "{}"));
        await t.Do(new DropMessage(put.Id));
        await t.SendPost();
        Assert.Empty(receiver.Calls);
        Assert.Equal("", (await t.Single(MessageState.Dead)).Subject);
        Assert.Equal(0, (await t.Do(new ListMessages(new()))).CanGoAgain);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new ReplayMessages(put.Id)));
    }

    [Theory, EachDatabase]
    public async Task Texts_are_forgotten_after_the_days_set_and_what_waits_is_not(Engine on)
    {
        await using var t = await TestOffice.On(on);
        await using var receiver = await Receiver.Start();
        await t.Do(GivenPost.Webhook(receiver));
        await t.Do(new SetPostDays(30));
        await t.Put(new(MessageKind.Webhook, "orders", "old", "{}"));
        await t.SendPost();
        await t.Put(new(MessageKind.Sms, "13800000000", "waits", "hello"));
        t.Clock.Now += TimeSpan.FromDays(31);
        Assert.Equal(1, await t.Do(new ForgetOldPost()));
        Assert.Equal(0, await t.Do(new ForgetOldPost()));
        var rows = (await t.Do(new ListMessages(new()))).Rows;
        Assert.Equal(["", "waits"], rows.Select(m => m.Subject).Order(StringComparer.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task An_administrator_does_not_read_who_was_written_to_about_what(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Regard.Tests.Organisation.Company.In(t);
        await t.Put(new(MessageKind.Mail, "li.na@example.com", "Your complaint", "text"));
        var seen = Assert.Single((await t.Do(new ListMessages(new()), c.Administrator)).Rows);
        Assert.Equal(("l•••@example.com", ""), (seen.Recipient, seen.Subject));
    }

    [Theory, EachDatabase]
    public async Task Recipients_that_are_none_are_refused(Engine on)
    {
        await using var t = await TestOffice.On(on);
        foreach (var to in new[] { "", "nobody", "a@b\r\nBcc: c@d", "a>@b.c" }) await Assert.ThrowsAsync<Invalid>(() => t.Put(new(MessageKind.Mail, to, "x", "y")));
        await Assert.ThrowsAsync<Invalid>(() => t.Put(new(MessageKind.Sms, "call me", "x", "y")));
        await Assert.ThrowsAsync<Refused>(() => t.Put(new(MessageKind.Robot, "nobody", "x", "y")));
    }
}
