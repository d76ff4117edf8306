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

/// <summary>
/// Futures that begin at each write of a workload: the power fails there, or storage is damaged there, and from then on everything is sound. Each must end with everything
/// that was kept at the centre.
/// </summary>
public static class Sweep
{
    private const ulong Seed = 1;
    private const int RecoveryWrites = 40;
    private const int MostBroken = 5;

    private static long s_simulatedMs;

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
    /// Each single bit of a full store flipped. Each of them is played through the start and a second after it. What a start refuses it uses nothing of, so that flips in one slot which were refused alike, with the
    /// same writes after it, have one future: that is played to its end once. A flip that a start takes for valid is always played to its end.
    /// </summary>
    public static SweepResult Flips(Variant variant)
    {
        variant = Usual(variant);
        Moment full = Workload.Full(Seed, variant);
        var futures = new Futures();
        SweepResult result = Play("every bit of a full store flipped", FlipsOf(full).Select(flip => (Func<string>)(() => futures.Play(full, flip, variant))), int.MaxValue);
        return result with { Name = $"{result.Name} ({full.Files.Count(file => file != null)} files of {full.Files.Sum(file => file?.Length ?? 0)} B, {futures.Whole} futures to their end)" };
    }

    /// <summary>The first flip of a bit with which an invariant breaks, of one bit in each byte, in one line; null where none does.</summary>
    public static string FirstBrokenFlip(Variant variant)
    {
        variant = Usual(variant);
        Moment full = Workload.Full(Seed, variant);
        var futures = new Futures();
        return FlipsOf(full).Where(flip => flip.Bit % 8 == flip.Bit / 8 % 8).Select(flip => futures.Play(full, flip, variant)).FirstOrDefault(said => said != null);
    }

    /// <summary>A unit with the usual configuration.</summary>
    private static Variant Usual(Variant variant) => variant with { Provisioning = Provisioning.Usual };

    /// <summary>The old content, and the new one: all that littlefs leaves after a cut.</summary>
    private static IEnumerable<byte[][]> Whole(Moment moment)
    {
        yield return moment.Files;
        yield return With(moment.Files, moment.Slot, moment.NewFile);
    }

    private static IEnumerable<Func<string>> CutsOf(Moment moment, Variant variant)
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

    private static IEnumerable<Func<string>> Again(Moment first, byte[][] files, Variant variant)
    {
        var recovery = new List<Moment>();
        string broken = Judged(() => recovery = Workload.Record(Start(first, files, null, variant, Workload.Script(Seed)), RecoveryWrites));
        if (broken != null)
        {
            return [() => $"{SimEvent.Time(first.AtMs)}, slot {first.Slot}, first cut: {broken}"];
        }

        return recovery.SelectMany(second => Whole(second).Select(state => (Func<string>)(() => Future(second, state, null, variant, "second cut"))));
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

    /// <summary>Plays a future; null where everything holds.</summary>
    private static string Future(Moment moment, byte[][] files, int? damaged, Variant variant, string what)
    {
        string broken = Judged(() =>
        {
            World world = Start(moment, files, damaged, variant);
            world.Heal();
            Interlocked.Add(ref s_simulatedMs, world.NowMs - moment.AtMs);
        });
        return broken == null ? null : $"{SimEvent.Time(moment.AtMs)}, slot {moment.Slot}, {what}: {broken}";
    }

    private static string Judged(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (Violation broken)
        {
            return broken.Message;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return Runs.Defect(error).Message;
        }
    }

    /// <summary>The futures of one moment that were played to their end.</summary>
    private sealed class Futures
    {
        private const int StartMs = 1000;

        private readonly ConcurrentDictionary<(int Slot, Skipped What, ulong Digest), bool> _played = [];
        private int _whole;

        /// <summary>Futures played to their end.</summary>
        public int Whole => _whole;

        /// <summary>Plays the future of one flip as far as it is none that was played; null where everything holds.</summary>
        public string Play(Moment full, (int Slot, int Bit) flip, Variant variant)
        {
            byte[][] files = With(full.Files, flip.Slot, Flip(full.Files[flip.Slot], flip.Bit));
            World world = null;
            string broken = Judged(() =>
            {
                world = Start(full, files, flip.Slot, variant);
                var skipped = Skipped.Of(world.Unit.Delivery.Journal);
                world.Run(full.AtMs + StartMs);
                if ((skipped.IsNothing && !IsLog(flip.Slot)) || _played.TryAdd((flip.Slot, skipped, world.Digest), true))
                {
                    Interlocked.Increment(ref _whole);
                    world.Heal();
                }

                Interlocked.Add(ref s_simulatedMs, world.NowMs - full.AtMs);
            });
            return broken == null ? null : $"bit {flip.Bit} of slot {flip.Slot} flipped: {broken}";
        }
    }

    /// <summary>A page of the event log, of which nothing is told: who reads it judges it then.</summary>
    private static bool IsLog(int slot) => slot is >= Slots.EventLog and < Slots.EventLog + Slots.EventLogCount;

    /// <summary>What a start refused, and what it knows in the end.</summary>
    private readonly record struct Skipped(int Damaged, int Foreign, int Future, int Waiting, int NextSeq, int Epoch, int Boot)
    {
        /// <summary>Everything was taken for valid.</summary>
        public bool IsNothing => Damaged + Foreign + Future == 0;

        public static Skipped Of(Journal journal) =>
            new(journal.Store.DamagedCount, journal.Store.ForeignCount, journal.Store.FutureCount, journal.Waiting, journal.NextSeq, journal.Epoch, journal.Boot);
    }

    private static SweepResult Play(string name, IEnumerable<Func<string>> futures, int most)
    {
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        long simulated = s_simulatedMs;
        int points = 0;
        var broken = new SortedDictionary<long, string>();
        Parallel.ForEach(futures.Take(most), (future, _, number) =>
        {
            string said = future();
            Interlocked.Increment(ref points);
            if (said != null)
            {
                lock (broken)
                {
                    broken.Add(number, said);
                }
            }
        });
        return new SweepResult(
            name, points, broken.Count, [.. broken.Values.Take(MostBroken)], s_simulatedMs - simulated, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
    }
}
