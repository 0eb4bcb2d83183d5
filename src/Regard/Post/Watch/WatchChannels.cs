using System.Globalization;
using Regard.Organisation;
using Regard.Post.Channels;
using Regard.Work;
namespace Regard.Post.Watch;

/// <summary>Raises an alarm for each way in or out that does not work or fell silent, once; and ends it when it is back.</summary>
sealed record WatchChannels : Change<int>
{
    /// <summary>A channel may fail for so long before anybody is told.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    static readonly TimeSpan toSeeTo = TimeSpan.FromHours(4);

    internal override Permission Needs => Permission.RunInstallation;
    internal override bool Audited => false;

    internal override async Task<int> Run(Session s)
    {
        var silent = await Silent(s);
        var open = (await s.Many<Alarm>($"{Alarm.Select} where ended_at is null")).ToDictionary(a => a.Source);
        var told = 0;
        foreach (var (source, (name, why)) in silent.Where(w => !open.ContainsKey(w.Key))) told += await Raise(s, source, name, why);
        foreach (var alarm in open.Values.Where(a => !silent.ContainsKey(a.Source))) told += await End(s, alarm);
        return told;
    }

    /// <summary>What does not work or is silent now, and why.</summary>
    static async Task<Dictionary<string, (string Name, Words Why)>> Silent(Session s)
    {
        var silent = new Dictionary<string, (string, Words)>();
        foreach (var c in (await new ListChannels().Run(s)).Where(c => c.IsOn))
        {
            if (c.FailingSince is { } since && s.Now - since >= Patience) silent[c.Id.ToString()] = (c.Name, Words.Of("{0} has not worked since {1} (UTC). {2}", c.Name, Minute(since), c.Error));
            else if (c.Setup.ExpectedGapHours is { } hours)
            {
                var heard = await s.Maybe<DateTimeOffset?>("select received_at from mails_in where channel_id = @Id order by received_at desc limit 1", new { c.Id }) ?? c.ChangedAt;
                if (s.Now - heard >= TimeSpan.FromHours(hours)) silent[c.Id.ToString()] = (c.Name, Nothing(Words.Of(c.Name), heard));
            }
        }
        foreach (var source in (await new ListSources().Run(s)).Where(r => r.GapHours is not null))
        {
            var heard = source.LastAt > source.SetAt ? source.LastAt.Value : source.SetAt ?? s.Now;
            if (s.Now - heard >= TimeSpan.FromHours(source.GapHours!.Value)) silent[source.Name] = (source.Name, Nothing(source.Said, heard));
        }
        return silent;
    }

    static Words Nothing(Words name, DateTimeOffset since) => Words.Of("Nothing has come by {0} since {1} (UTC).", name, Minute(since));

    static async Task<int> Raise(Session s, string source, string name, Words why)
    {
        var id = Id<Alarm>.New(s.Now);
        var isNew = await s.Write("insert into channel_alarms (id, source, raised_at, why) values (@id, @source, @Now, @why) on conflict (source) where ended_at is null do nothing", new { id, source, s.Now, why = Said.Write(why) }) > 0;
        if (!isNew) return 0;
        if ((await UnitStore.Tree(s, s.Today)).Roots is [var root, ..])
            await new PutWorkItem(WorkKind.ChannelAlarm, id.Value, new Text(Languages.All.ToDictionary(l => l.Tag(), why.In)), "/channels", root.Id, await Administrator(s), s.Now + toSeeTo).Run(s);
        await new TellWebhooks("channel.silent", new { name, why = why.ToString() }).Run(s);
        return 1;
    }

    static async Task<int> End(Session s, Alarm alarm)
    {
        await s.Write("update channel_alarms set ended_at = @Now where id = @Id", new { s.Now, alarm.Id });
        await new SettleWorkItem(WorkKind.ChannelAlarm, alarm.Id.Value).Run(s);
        await new TellWebhooks("channel.back", new { why = alarm.Reason.ToString(), since = alarm.RaisedAt }).Run(s);
        return 1;
    }

    static Task<Id<Person>?> Administrator(Session s) => s.Maybe<Id<Person>?>("""
        select p.id from people p join roles_held r on r.person_id = p.id
        where r.role = 'Administrator' and p.left_at is null and r.from_day <= @Today and (r.until_day is null or r.until_day > @Today) order by p.created_at, p.id limit 1
        """, new { s.Today });

    static string Minute(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
