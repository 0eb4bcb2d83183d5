namespace Regard.Post.Channels;

/// <summary>A channel with what is needed to use it. Secrets is null when they cannot be read with this server's key.</summary>
sealed record OpenedChannel(Channel Channel, ChannelSecrets? Secrets)
{
    public ChannelSecrets Known => Secrets ?? throw new Undeliverable(Words.Of("The secrets of this channel cannot be read with this server's key. Enter them again."));
}

/// <summary>The channels in use, for those who send and fetch.</summary>
sealed record OpenChannels : Question<IReadOnlyList<OpenedChannel>>
{
    internal override Permission Needs => Permission.RunInstallation;

    internal override async Task<IReadOnlyList<OpenedChannel>> Run(Session s)
    {
        var channels = await ChannelStore.On(s);
        if (channels.Count == 0) return [];
        var seal = await Seal.Of(s);
        var opened = new List<OpenedChannel>();
        foreach (var c in channels) opened.Add(new(c, await ChannelStore.Secrets(s, c, seal)));
        return opened;
    }
}
