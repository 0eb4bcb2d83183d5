using Regard.Cases;
using Regard.Post;
using Regard.Post.Channels;
using Regard.Post.Inbox;
using Regard.Post.Watch;
using Regard.Storage;
using Regard.Tests.Organisation;
using Regard.Work;
namespace Regard.Tests.Post;

public class WatchTests
{
    static SaveChannel Mailbox(int? gap = null) => new(null, ChannelKind.Imap, "in", new() { Host = "mail.test", Port = 993, User = "care", Address = "care@regard.test", ExpectedGapHours = gap }) { Password = "x" };

    static async Task<IReadOnlyList<WorkItem>> Work(TestOffice t, Company c) => [.. (await t.Do(new ListMyWork(), c.Administrator)).Mine.Where(w => w.Kind == WorkKind.ChannelAlarm)];

    [Theory, EachDatabase]
    public async Task A_mailbox_that_cannot_be_reached_for_ten_minutes_is_told_once_and_once_more_when_it_is_back(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var box = await t.Do(Mailbox());
        for (var minute = 0; minute < 10; minute++, t.Clock.Now += TimeSpan.FromMinutes(1))
        {
            await t.Do(new NoteChannel(box, Words.Of("The server did not answer in time.")));
            Assert.Equal(0, await t.Do(new WatchChannels()));
        }
        Assert.Equal(1, await t.Do(new WatchChannels()));
        Assert.Equal(0, await t.Do(new WatchChannels()));
        var item = Assert.Single(await Work(t, c));
        Assert.Equal("in has not worked since 2031-05-01 09:00 (UTC). The server did not answer in time.", item.Title.In(Language.English));
        Assert.Contains("服务器没有及时应答", item.Title.In(Language.SimplifiedChinese));
        Assert.NotNull((await t.Do(new ListChannels())).Single().Alarm);
        await t.Do(new NoteChannel(box, null));
        Assert.Equal(1, await t.Do(new WatchChannels()));
        Assert.Empty(await Work(t, c));
        Assert.Null((await t.Do(new ListChannels())).Single().Alarm);
        // Down again is another alarm.
        await t.Do(new NoteChannel(box, Words.Of("The server did not answer in time.")));
        t.Clock.Now += WatchChannels.Patience;
        Assert.Equal(1, await t.Do(new WatchChannels()));
    }

    [Theory, EachDatabase]
    public async Task A_mailbox_in_which_nothing_comes_for_longer_than_it_may_is_told_until_something_comes(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var box = await t.Do(Mailbox(gap: 24));
        t.Clock.Now += TimeSpan.FromHours(23);
        Assert.Equal(0, await t.Do(new WatchChannels()));
        t.Clock.Now += TimeSpan.FromHours(1);
        Assert.Equal(1, await t.Do(new WatchChannels()));
        Assert.Contains("Nothing has come by in since", Assert.Single(await Work(t, c)).Title.In(Language.English));
        var raw = Mails.Plain();
        await t.Do(new KeepMail(box, MailContent.Of(raw), raw, false));
        Assert.Equal(1, await t.Do(new WatchChannels()));
        Assert.Empty(await Work(t, c));
    }

    [Theory, EachDatabase]
    public async Task A_hotline_that_falls_silent_beyond_its_gap_is_told_and_a_call_ends_it(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        await t.Do(new SetSourceGap(Source.Hotline, 8), c.Administrator);
        await t.Do(new NoteCall("1", CallState.Ringing, "13800000000"), c.FrontLine);
        t.Clock.Now += TimeSpan.FromHours(8);
        Assert.Equal(1, await t.Do(new WatchChannels()));
        Assert.NotNull((await t.Do(new ListSources(), c.Administrator)).Single(r => r.Name == Source.Hotline).Alarm);
        await t.Do(new NoteCall("2", CallState.Ringing, "13800000000"), c.FrontLine);
        Assert.Equal(1, await t.Do(new WatchChannels()));
        await t.Do(new SetSourceGap(Source.Hotline, null), c.Administrator);
        t.Clock.Now += TimeSpan.FromDays(30);
        Assert.Equal(0, await t.Do(new WatchChannels()));
    }

    [Theory, EachDatabase]
    public async Task Two_nodes_that_watch_at_once_raise_one_alarm(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var box = await t.Do(Mailbox());
        await t.Do(new NoteChannel(box, Words.Of("The server did not answer in time.")));
        t.Clock.Now += WatchChannels.Patience;
        Assert.Equal(1, (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => t.Do(new WatchChannels())))).Sum());
        Assert.Single(await Work(t, c));
    }
}
