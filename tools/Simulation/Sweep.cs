using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Firmware.Records;

namespace Tools.Simulation;

/// <summary>What a sweep over many futures came to.</summary>
/// <param name="Name">What was swept.</param>
/// <param name="Points">Futures that were played.</param>
/// <param name="BrokenCount">Those in which an invariant broke.</param>
/// <param name="Broken">The first of them.</param>
/// <param name="SimulatedMs">Simulated time of all futures together, ms.</param>
/// <param name="Seconds">Processor time that they took, s.</param>
public sealed record SweepResult(string Name, int Points, int BrokenCount, IReadOnlyList<string> Broken, long SimulatedMs, double Seconds)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Name}: {Points} futures, {BrokenCount} broken; {SimulatedMs / 86_400_000.0:0.0} simulated days in {Seconds:0.0} s of processor time");
}

/// <summary>An invariant that broke in a future.</summary>
/// <param name="Rule">Its short name.</param>
/// <param name="Line">Where, and what was seen, in one line.</param>
public sealed record Broken(string Rule, string Line);

/// <summary>
/// Futures that begin at each write of a workload: the power fails there, or storage is damaged there, and from then on everything is sound. Each must end with everything
/// that was kept at the centre.
/// </summary>
public static class Sweep
{
    private const ulong Seed = 1;
    private const int RecoveryWrites = 40;
    private const int MostBroken = 5;

    /// <summary>
    /// A power cut in every write of a workload: with the old content, with the new content, and, which littlefs does not do, with the file torn at each of its bytes.
    /// </summary>
    public static SweepResult Cuts(int points, Variant variant)
    {
        variant = Usual(variant);
        List<Moment> moments = Workload.Record(Seed, points / 80, variant);
        return Play("power cut at every write and every byte of it", moments.SelectMany(moment => CutsOf(moment, variant)), points);
    }

    /// <summary>Two successive cuts: at each write of a workload of 40, and at each write of the recovery from it.</summary>
    public static SweepResult Pairs(Variant variant)
    {
        variant = Usual(variant);
        List<Moment> moments = Workload.Record(Seed, RecoveryWrites, variant);
        return Play("two successive cuts", moments.SelectMany(first => Whole(first).SelectMany(files => Again(first, files, variant))), int.MaxValue);
    }

    /// <summary>
    /// Each single bit of a full store flipped: the start refuses that slot and no other, counts it once, and goes on with the volume that the sound slots tell. Each of them is played through the start and a second after it. What a start refuses it uses nothing of, so that flips in one slot which were refused alike, with the
    /// same writes after it, have one future: that is played to its end once.
    /// </summary>
    public static SweepResult Flips(Variant variant)
    {
        variant = Usual(variant);
        Moment full = Workload.Full(Seed, variant);
        var futures = new Futures(full, variant);
        SweepResult result = Play("every bit of a full store flipped", FlipsOf(full).Select(flip => (Func<Played>)(() => futures.Play(flip))), int.MaxValue);
        return result with { Name = $"{result.Name} ({full.Files.Count(file => file != null)} files of {full.Files.Sum(file => file?.Length ?? 0)} B, {futures.Whole} futures to their end)" };
    }

    /// <summary>The first flip of a bit with which an invariant breaks, of one bit in each byte of a slot or one after it; null where none does.</summary>
    public static Broken FirstBrokenFlip(Variant variant, int fromSlot)
    {
        variant = Usual(variant);
        Moment full = Workload.Full(Seed, variant);
        var futures = new Futures(full, variant);
        return FlipsOf(full).Where(flip => flip.Slot >= fromSlot && flip.Bit % 8 == flip.Bit / 8 % 8).Select(flip => futures.Play(flip).Broken).FirstOrDefault(broken => broken != null);
    }

    /// <summary>A unit with the usual configuration.</summary>
    private static Variant Usual(Variant variant) => variant with { Provisioning = Provisioning.Usual };

    /// <summary>The old content, and the new one: all that littlefs leaves after a cut.</summary>
    private static IEnumerable<byte[][]> Whole(Moment moment)
    {
        yield return moment.Files;
        yield return With(moment.Files, moment.Slot, moment.NewFile);
    }

    private static IEnumerable<Func<Played>> CutsOf(Moment moment, Variant variant)
    {
        yield return () => Future(moment, moment.Files, null, variant, "old content stands");
        yield return () => Future(moment, With(moment.Files, moment.Slot, moment.NewFile), null, variant, "new content stands");
        for (int at = 0; at < (moment.NewFile?.Length ?? 0); at++)
        {
            int cut = at;
            yield return () => Future(moment, With(moment.Files, moment.Slot, Torn(moment.Files[moment.Slot], moment.NewFile, cut)), moment.Slot, variant, $"torn at byte {cut}");
        }
    }

    /// <summary>What may stand after a torn write: nothing, the old bytes, or erased flash after the tear; one of the three for each byte, in turn.</summary>
    private static byte[] Torn(byte[] old, byte[] file, int at)
    {
        if (at % 3 == 0)
        {
            return file[..at];
        }

        var torn = new byte[file.Length];
        Array.Fill(torn, (byte)0xFF);
        if (at % 3 == 1 && old != null)
        {
            Array.Copy(old, torn, Math.Min(old.Length, torn.Length));
        }

        Array.Copy(file, torn, at);
        return torn;
    }

    private static IEnumerable<Func<Played>> Again(Moment first, byte[][] files, Variant variant)
    {
        var recovery = new List<Moment>();
        Violation broken = Judged(() => recovery = Workload.Record(Start(first, files, null, variant, Workload.Script(Seed)), RecoveryWrites));
        if (broken != null)
        {
            return [() => new Played(new Broken(broken.Rule, $"{SimEvent.Time(first.AtMs)}, slot {first.Slot}, first cut: {broken.Message}"), 0)];
        }

        return recovery.SelectMany(second => Whole(second).Select(state => (Func<Played>)(() => Future(second, state, null, variant, "second cut"))));
    }

    private static IEnumerable<(int Slot, int Bit)> FlipsOf(Moment full) =>
        Enumerable.Range(0, StorageModel.Slots).SelectMany(slot => Enumerable.Range(0, (full.Files[slot]?.Length ?? 0) * 8).Select(bit => (slot, bit)));

    private static byte[] Flip(byte[] file, int bit)
    {
        byte[] copy = (byte[])file.Clone();
        copy[bit / 8] ^= (byte)(1 << (bit % 8));
        return copy;
    }

    private static byte[][] With(byte[][] files, int slot, byte[] file)
    {
        var copy = (byte[][])files.Clone();
        copy[slot] = file;
        return copy;
    }

    /// <summary>A world with this storage; the record in a damaged slot may be lost, and it alone.</summary>
    private static World Start(Moment moment, byte[][] files, int? damaged, Variant variant, IReadOnlyList<SimEvent> script = null)
    {
        var world = new World(Seed, script ?? [], variant, moment with { Files = files });
        for (int slot = 0; slot < files.Length; slot++)
        {
            if (files[slot] != moment.Files[slot] && slot != damaged)
            {
                world.Delivery.Changed(slot, StorageModel.ContentOf(moment.Files[slot]), StorageModel.ContentOf(files[slot]), false);
            }
        }

        if (damaged is { } place)
        {
            world.Damage(StorageModel.ContentOf(moment.Files[place]), StorageModel.ContentOf(files[place]));
        }

        world.PowerOn();
        return world;
    }

    /// <summary>Plays a future.</summary>
    private static Played Future(Moment moment, byte[][] files, int? damaged, Variant variant, string what)
    {
        World world = null;
        Violation broken = Judged(() =>
        {
            world = Start(moment, files, damaged, variant);
            world.Heal();
        });
        return Played.Of(broken, $"{SimEvent.Time(moment.AtMs)}, slot {moment.Slot}, {what}", world, moment);
    }

    /// <summary>What broke; null where everything holds.</summary>
    private static Violation Judged(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (Violation broken)
        {
            return broken;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return Runs.Defect(error);
        }
    }

    /// <summary>A future that was played: what broke, null where everything holds, and its simulated time, ms.</summary>
    private readonly record struct Played(Broken Broken, long SimulatedMs)
    {
        public static Played Of(Violation broken, string where, World world, Moment from) =>
            new(broken == null ? null : new Broken(broken.Rule, $"{where}: {broken.Message}"), (world?.NowMs ?? from.AtMs) - from.AtMs);
    }

    /// <summary>The futures of one moment after a flip, and which of them were played to their end.</summary>
    private sealed class Futures
    {
        private const int StartMs = 1000;

        private readonly ConcurrentDictionary<(int Slot, int NextSeq, int Waiting, int Epoch, int Boot, ulong Digest), bool> _played = [];
        private readonly Moment _full;
        private readonly Variant _variant;
        private readonly LogJudge _log;
        private int _whole;

        public Futures(Moment full, Variant variant)
        {
            (_full, _variant) = (full, variant);
            _log = new LogJudge(Start(full, full.Files, null, variant).Unit.Delivery.Journal);
        }

        /// <summary>Futures played to their end.</summary>
        public int Whole => _whole;

        /// <summary>Plays the future of one flip as far as it is none that was played.</summary>
        public Played Play((int Slot, int Bit) flip)
        {
            byte[][] files = With(_full.Files, flip.Slot, Flip(_full.Files[flip.Slot], flip.Bit));
            World world = null;
            Violation broken = Judged(() =>
            {
                world = Start(_full, files, flip.Slot, _variant);
                Journal journal = world.Unit.Delivery.Journal;
                JudgeRefused(journal.Store, _full.Files[flip.Slot], files[flip.Slot]);
                _log.Judge(journal.Log);
                VolumeJudge.Judge(world.Unit.Site.Meter.TotalMillilitres, _full.Files, flip.Slot);
                var known = (flip.Slot, journal.NextSeq, journal.Waiting, journal.Epoch, journal.Boot);
                world.Run(_full.AtMs + StartMs);
                _log.Judge(journal.Log);
                if (_played.TryAdd((known.Slot, known.NextSeq, known.Waiting, known.Epoch, known.Boot, world.Digest), true))
                {
                    Interlocked.Increment(ref _whole);
                    world.Heal();
                }
            });
            return Played.Of(broken, $"bit {flip.Bit} of slot {flip.Slot} flipped", world, _full);
        }

        /// <summary>Nothing that is not what was written is accepted, and one damaged slot is counted as one. A damaged length that leaves what was written harms nothing.</summary>
        private static void JudgeRefused(RecordStore store, byte[] written, byte[] damaged)
        {
            if (store.DamagedCount == 0 && !StorageModel.BytesOf(written).SequenceEqual(StorageModel.BytesOf(damaged)))
            {
                throw new Violation("accepted as valid", $"a slot holds what was never written, and {store.ForeignCount} slots pass as foreign, {store.FutureCount} as of a later format, the others as this unit's");
            }

            if (store.DamagedCount + store.ForeignCount + store.FutureCount > 1)
            {
                throw new Violation("damage", $"one slot is damaged, and the start counts {store.DamagedCount} damaged, {store.ForeignCount} foreign and {store.FutureCount} of a later format");
            }
        }
    }

    private static SweepResult Play(string name, IEnumerable<Func<Played>> futures, int most)
    {
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        long simulatedMs = 0;
        int points = 0;
        var broken = new SortedDictionary<long, string>();
        Parallel.ForEach(futures.Take(most), (future, _, number) =>
        {
            Played played = future();
            Interlocked.Increment(ref points);
            Interlocked.Add(ref simulatedMs, played.SimulatedMs);
            if (played.Broken != null)
            {
                lock (broken)
                {
                    broken.Add(number, played.Broken.Line);
                }
            }
        });
        return new SweepResult(name, points, broken.Count, [.. broken.Values.Take(MostBroken)], simulatedMs, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
    }
}
