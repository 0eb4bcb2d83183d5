using System.IO.Compression;
namespace Regard.Files.Spss;

/// <summary>The rows of a file whose rows are packed twice: blocks, each deflated by itself, with a list of them at the end.</summary>
sealed class SpssBlocks : Stream
{
    const int Entry = 24, MostBlocks = 1 << 20;
    /// <summary>Bytes when unpacked once.</summary>
    const long LargestUnpacked = 1L << 30;

    readonly Stream file;
    readonly (long At, int Packed, int Size)[] blocks;
    int block = -1;
    long left;
    ZLibStream? open;

    /// <param name="head">Stands where the rows begin.</param>
    public SpssBlocks(Stream file, SpssReader head)
    {
        this.file = file;
        var begin = head.Position;
        var (said, list, length) = (head.Long(head.Take(8)), head.Long(head.Take(8)), head.Long(head.Take(8)));
        if (said != begin || list < begin + Entry || length < Entry || list > file.Length - length || (length - Entry) % Entry != 0 || length / Entry > MostBlocks) throw head.Damaged;
        blocks = List(head, begin + Entry, list, (int)(length / Entry) - 1);
    }

    (long, int, int)[] List(SpssReader head, long from, long list, int count)
    {
        file.Position = list;
        var reader = new SpssReader(file) { IsBigEndian = head.IsBigEndian };
        reader.Skip(20);
        if (reader.Int() != count) throw SpssFile.DamagedAt(list);
        var found = new (long, int, int)[count];
        var (at, all) = (from, 0L);
        for (var i = 0; i < count; i++)
        {
            reader.Skip(8);
            var (place, size, packed) = (reader.Long(reader.Take(8)), reader.Int(), reader.Int());
            if (place != at || size < 0 || packed < 0) throw SpssFile.DamagedAt(list);
            if ((all += size) > LargestUnpacked) throw SpssFile.TooLarge;
            found[i] = (place, packed, size);
            at += packed;
        }
        return at == list ? found : throw SpssFile.DamagedAt(list);
    }

    public override int Read(Span<byte> to)
    {
        while (true)
        {
            if (left > 0)
            {
                var read = Inflated(to[..(int)Math.Min(to.Length, left)]);
                left -= read;
                return read;
            }
            open?.Dispose();
            open = null;
            if (++block >= blocks.Length) return 0;
            left = blocks[block].Size;
            open = new(new Slice(file, blocks[block].At, blocks[block].Packed), CompressionMode.Decompress);
        }
    }

    int Inflated(Span<byte> to)
    {
        try { return open!.Read(to) is > 0 and var read ? read : throw SpssFile.DamagedAt(blocks[block].At); }
        catch (InvalidDataException) { throw SpssFile.DamagedAt(blocks[block].At); }
    }

    protected override void Dispose(bool disposing)
    {
        open?.Dispose();
        base.Dispose(disposing);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>A stretch of the file.</summary>
    sealed class Slice(Stream file, long from, int length) : Stream
    {
        int done;

        public override int Read(Span<byte> to)
        {
            file.Position = from + done;
            var read = file.Read(to[..Math.Min(to.Length, length - done)]);
            done += read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position { get => done; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
