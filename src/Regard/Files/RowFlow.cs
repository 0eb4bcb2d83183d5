using System.Threading.Channels;
namespace Regard.Files;

/// <summary>One thread reads and checks rows while the other writes them.</summary>
static class RowFlow
{
    const int RowsInBlock = 4096, BlocksAhead = 4;

    /// <param name="next">Gives the rows that are to be written, until there are no more.</param>
    public static async Task Run<T>(IEnumerable<T> next, Func<T, Task> write)
    {
        var blocks = Channel.CreateBounded<List<T>>(new BoundedChannelOptions(BlocksAhead) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => Read(next, blocks.Writer));
        try
        {
            await foreach (var block in blocks.Reader.ReadAllAsync())
                foreach (var row in block) await write(row);
        }
        finally
        {
            blocks.Writer.TryComplete();
            while (blocks.Reader.TryRead(out _)) { }
            await reading;
        }
    }

    static async Task Read<T>(IEnumerable<T> next, ChannelWriter<List<T>> blocks)
    {
        try
        {
            var block = new List<T>(RowsInBlock);
            foreach (var row in next)
            {
                block.Add(row);
                if (block.Count < RowsInBlock) continue;
                await blocks.WriteAsync(block);
                block = new(RowsInBlock);
            }
            await blocks.WriteAsync(block);
            blocks.Complete();
        }
        catch (ChannelClosedException) { }
        catch (Exception e) { blocks.TryComplete(e); }
    }
}
