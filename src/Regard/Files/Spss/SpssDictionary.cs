namespace Regard.Files.Spss;

/// <summary>All that stands before the rows.</summary>
sealed class SpssDictionary
{
    const int MostVariables = 100_000, MostLabels = 500_000, LongestLabel = 1 << 16, LongestRecord = 64 << 20, LineOfNotes = 80;
    const int Variable = 2, ValueLabels = 3, Notes = 6, Extension = 7, End = 999;

    readonly SpssReader file;
    readonly Dictionary<int, SpssVariable> at = [];
    int elements, labels, behind;

    public SpssDictionary(SpssReader file)
    {
        this.file = file;
        Header = SpssHeader.Read(file);
        for (var record = file.Int(); record != End; record = file.Int())
            switch (record)
            {
                case Variable: ReadVariable(); break;
                case ValueLabels: ReadLabels(); break;
                case Notes: ReadNotes(); break;
                case Extension: ReadExtension(); break;
                default: throw file.Damaged;
            }
        file.Skip(4);
        if (behind > 0) throw file.Damaged;
        SpssExtensions.Apply(this);
        if (Header.Weight > 0 && !at.ContainsKey(Header.Weight)) throw file.Damaged;
    }

    public SpssHeader Header { get; }
    public SpssReader File => file;
    public List<SpssVariable> Variables { get; } = [];
    public List<(int Kind, int Size, byte[] Bytes)> Extensions { get; } = [];
    public int NotesLines { get; private set; }
    public bool IsWeight(SpssVariable variable) => variable.At == Header.Weight;

    void ReadVariable()
    {
        var (width, hasLabel, missing, format) = (file.Int(), file.Int(), file.Int(), file.Int());
        file.Skip(4);
        var name = file.Take(8).ToArray();
        elements++;
        if (width == -1)
        {
            // The further elements of a text; they carry nothing of their own.
            if (behind-- <= 0 || hasLabel != 0 || missing != 0) throw file.Damaged;
            return;
        }
        if (behind > 0 || width is < 0 or > 255 || hasLabel is not (0 or 1) || elements > MostVariables) throw file.Damaged;
        var label = hasLabel == 1 ? ReadLabel() : [];
        var variable = new SpssVariable { At = elements, ShortName = name, Width = width, Label = label, Format = format, Missing = SpssMissing.Read(file, missing, width > 0) };
        if (variable.ShortKey.Length == 0) throw file.Damaged;
        variable.Parts.Add(width);
        behind = SpssVariable.Elements(width) - 1;
        Variables.Add(variable);
        at.Add(elements, variable);
    }

    byte[] ReadLabel()
    {
        var length = file.Int();
        var label = file.Bytes(length, LongestLabel);
        file.Skip((4 - length % 4) % 4);
        return label;
    }

    void ReadLabels()
    {
        var count = file.Int();
        if (count < 0 || (labels += count) > MostLabels || labels < 0) throw file.Damaged;
        var said = new List<(byte[] Value, byte[] Label)>();
        for (var i = 0; i < count; i++)
        {
            var value = file.Take(8).ToArray();
            var length = file.Take(1)[0];
            said.Add((value, file.Take(length).ToArray()));
            file.Skip(7 - length % 8);
        }
        if (file.Int() != 4) throw file.Damaged;
        var of = file.Int();
        if (of < 1 || of > elements) throw file.Damaged;
        for (var i = 0; i < of; i++)
        {
            if (!at.TryGetValue(file.Int(), out var variable) || variable.Labels.Count + said.Count > MostLabels) throw file.Damaged;
            variable.Labels.AddRange(said);
        }
    }

    void ReadNotes()
    {
        var lines = file.Int();
        file.Skip((long)lines * LineOfNotes);
        NotesLines += lines;
    }

    void ReadExtension()
    {
        var (kind, size, count) = (file.Int(), file.Int(), file.Int());
        if (size < 0 || count < 0) throw file.Damaged;
        if (SpssExtensions.IsRead(kind)) Extensions.Add((kind, size, file.Bytes((long)size * count, LongestRecord)));
        else
        {
            file.Skip((long)size * count);
            Extensions.Add((kind, size, []));
        }
    }
}
