<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name />
        <message>
            <source> (in the list {key})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> (paused)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> And {count} more: showctl check {path}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> Did you mean {near}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> Its timing is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> Send now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> The file was changed by somebody else since.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> and </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> and {count} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> but that {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> in {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> of {list_said}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> or </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> {left} left alone.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n (entry|entries) of the patch</source>
            <translation>
                <numerusform>%n entry of the patch</numerusform>
                <numerusform>%n entries of the patch</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cue(s)</source>
            <translation>
                <numerusform>%n cue</numerusform>
                <numerusform>%n cues</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n destination(s) (is|are) sent to from now on.</source>
            <translation>
                <numerusform>%n destination is sent to from now on.</numerusform>
                <numerusform>%n destinations are sent to from now on.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n did not: see below.</source>
            <translation>
                <numerusform>%n did not: see below.</numerusform>
                <numerusform>%n did not: see below.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n edit(s) done again.</source>
            <translation>
                <numerusform>%n edit done again.</numerusform>
                <numerusform>%n edits done again.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n edit(s) undone.</source>
            <translation>
                <numerusform>%n edit undone.</numerusform>
                <numerusform>%n edits undone.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n fixture(s)</source>
            <translation>
                <numerusform>%n fixture</numerusform>
                <numerusform>%n fixtures</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n logistics item(s)</source>
            <translation>
                <numerusform>%n logistics item</numerusform>
                <numerusform>%n logistics items</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%n message</numerusform>
                <numerusform>%n messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) (was|were) not sent.</source>
            <translation>
                <numerusform>%n message was not sent.</numerusform>
                <numerusform>%n messages were not sent.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) not sent.</source>
            <translation>
                <numerusform>%n message not sent.</numerusform>
                <numerusform>%n messages not sent.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) saved as {path}.</source>
            <translation>
                <numerusform>%n message saved as {path}.</numerusform>
                <numerusform>%n messages saved as {path}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) (changes|change){whole}. Who names these cues names them by the new ones.</source>
            <translation>
                <numerusform>%n number changes{whole}. Who names these cues names them by the new ones.</numerusform>
                <numerusform>%n numbers change{whole}. Who names these cues names them by the new ones.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them run now: edits of those count at once for what inside has not begun, else from the next start</source>
            <translation>
                <numerusform>%n of them run now: edits of those count at once for what inside has not begun, else from the next start</numerusform>
                <numerusform>%n of them run now: edits of those count at once for what inside has not begun, else from the next start</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them run now: edits of those count from the next start</source>
            <translation>
                <numerusform>%n of them run now: edits of those count from the next start</numerusform>
                <numerusform>%n of them run now: edits of those count from the next start</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n output(s)</source>
            <translation>
                <numerusform>%n output</numerusform>
                <numerusform>%n outputs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n parameter(s)</source>
            <translation>
                <numerusform>%n parameter</numerusform>
                <numerusform>%n parameters</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n part(s) with times of their own</source>
            <translation>
                <numerusform>%n part with times of their own</numerusform>
                <numerusform>%n parts with times of their own</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n problem(s)</source>
            <translation>
                <numerusform>%n problem</numerusform>
                <numerusform>%n problems</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n segment(s)</source>
            <translation>
                <numerusform>%n segment</numerusform>
                <numerusform>%n segments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n selected</source>
            <translation>
                <numerusform>%n selected</numerusform>
                <numerusform>%n selected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sent</source>
            <translation>
                <numerusform>%n sent</numerusform>
                <numerusform>%n sent</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n text(s)</source>
            <translation>
                <numerusform>%n text</numerusform>
                <numerusform>%n texts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to be seen to</source>
            <translation>
                <numerusform>%n to be seen to</numerusform>
                <numerusform>%n to be seen to</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n universe(s)</source>
            <translation>
                <numerusform>%n universe</numerusform>
                <numerusform>%n universes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n warning(s)</source>
            <translation>
                <numerusform>%n warning</numerusform>
                <numerusform>%n warnings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n without a position: {how}</source>
            <translation>
                <numerusform>%n without a position: {how}</numerusform>
                <numerusform>%n without a position: {how}</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Attach all the same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Keep mine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Leave it playing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Merge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Reload</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Start the engine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Stop it: the rig goes dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Take over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;What is other</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>'{before}' replaced by '{after}' in %n cue(s)</source>
            <translation>
                <numerusform>'{before}' replaced by '{after}' in %n cue</numerusform>
                <numerusform>'{before}' replaced by '{after}' in %n cues</numerusform>
            </translation>
        </message>
        <message>
            <source>'{words}' is nowhere in what is looked through</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{word}' has no number after it; write for example {example}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>+1 min</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>, %n failed</source>
            <translation>
                <numerusform>, %n failed</numerusform>
                <numerusform>, %n failed</numerusform>
            </translation>
        </message>
        <message>
            <source>, about {hours}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, at 0 in blackout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, but parked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, if {cues} {what} {word}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, in blackout only exempt ones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, its intensity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, show {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, since {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, the whole list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, then GO</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, was {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, {asked} to be asked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, {out} not listed: too many at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, {saved} than now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, {waiting} more since the pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>. Ctrl+click: in a window of its own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>. Small words are hard to read so dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>. The file could not be checked: {failed}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>. The file is being checked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>0 to 127, how hard the key is struck</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>12 is a whole number, 0.5 a float, "text" text, {i: 12} names the type. Commas between.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>99 of 100</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>: {remaining:.1f} s too soon</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>; Alt and drag: the last away from the first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>; its timing is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A MIDI controller</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A MIDI port</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A PNG, JPG or SVG behind the plan: its file, width and lower left corner in metres (Tab, Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A click selects a cue, Shift and Ctrl more of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A click selects, Ctrl and Shift select more (↑ ↓)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A click takes it; with the arrows and Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A copy is saved as {copied}. {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A copy is saved as {place}. The show itself is still not saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A device is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A light node, a mixer, a media server, a MIDI port.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A master</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A minute less for it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A minute less for the segment that runs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A minute more for the segment that runs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A minute more for the timer at the cursor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A mixer, a media server, a lighting node: F6, Devices.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A new show, and a panel beside it that says what to do next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A number of a device</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A palette of what the first selected line says in this cue: write its name, and Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A refused GO is marked without flashing; beams and progress move four times a second</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A row a fixture, its parameters named</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A second GO</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A&amp;gree</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ANOTHER STATE PLAYING</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Across the hue, down to white; a drag, or the arrows and Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Active cues</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Active cues   {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a device</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a device, under Patch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a light device</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add fixtures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Address, or MIDI port</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Addresses</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Again: at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Against {called}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Agree</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All at their offsets, one after the other, one by chance, or only the first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All commands have the keys of the table again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All cues</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All devices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All five are done. The rest is in docs/console.md; every key: ?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All light{but} {how} this. Shift+B, then ↑ ↓ moves it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All lists</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All messages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All messages were sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All of it came over.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All of it is in the file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All slots as a grid</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>And %n more of these</source>
            <translation>
                <numerusform>And %n more of these</numerusform>
                <numerusform>And %n more of these</numerusform>
            </translation>
        </message>
        <message>
            <source>And start the cue, as a GO, once all that is out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another kind of cue …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another one begins anew; time and curve stay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another program has changed {name}. Look at what is different.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Answer the question of a banner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Answers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any type</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Anything that takes OSC</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arguments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arguments after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arguments before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arm for this evening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arm or disarm for the evening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arm what</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Armed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As a text file beside the show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As cues call it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As it is edited now, saved or not. Enter, or a double click.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As it was opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As planned: nothing that was decided tonight holds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the eye sees it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the show opens</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Asking …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Asks the addresses that are written, and this machine, for an X32, M32, X Air and QLab. Nothing else is asked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Assert</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At the end</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attach</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attach to the engine of {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Audio</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Auto-continue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Auto-follow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>BLACKOUT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>BREAKS</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>BREAKS {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back   Ctrl+W</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to the cue list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to the cue list  {key}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Backup of {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Basics</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Beam</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Beam and control</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Begins again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Begins {time} after its GO</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Begins {time} before its end</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Below it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Below the list: for a touch screen that lies flat</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Blackout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Blackout, and back (B)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Block</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Booth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Booth colours brighter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Booth colours darker</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bottom</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Break out what</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Breaks {hard}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Brightness of Booth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bring both together; what does not go together is asked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bring everything there and put the cue in standby</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bring it back here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bring it to full</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bringing the two together …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Budget, CSV</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bundle, zip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>But {wrong}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bytes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CHANGED ON DISK</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CLOSE THE CONSOLE?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CLOSE WITHOUT SAVING?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Call {who}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Called</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Caller view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Caller view, and away with it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Caller · showctl</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel   Ctrl+W</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancelled.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancelled. Nothing is written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cart {label}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed by another program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Channel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check in a window of its own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another key for the marked command (Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the hotkey by pressing it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose what it begins with: Enter, or a double click.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose what to compare with. Ctrl+F: the field.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chosen by a rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear warnings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Click, then press the key that is to start the cue; again: the keys are the console's</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close (Ctrl+W)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close find, show all cues</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close find, show all cues (Ctrl+W)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close load to a time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the command line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the console</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the side panel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the side panel (Ctrl+B)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close what else runs on this machine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close what else runs on this machine.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close what is open: field, menu, panel, window of a page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colours go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Columns and rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Columns as they were</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comes from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Command</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Command line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Commands and their keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comments that will be as theirs: {comments}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compact rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compare</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compare with something else</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compare {name} with</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comparing …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Control change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Controller</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copied: {items}, as YAML text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy as text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the selected rows, or all that are shown (Ctrl+C)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Counts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Create and open   Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Crossfade</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cue list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cue list {label}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cue list, CSV</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cue only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cue there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cue {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cues</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cues run and keep their time, but nothing is sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cues run and keep their time; the rig holds this look. Masters, blackout and park count when it ends.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Curve</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Curve down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cut</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dark or light, as the desktop of this machine is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dark, for a desk in half light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dark, with a brightness of its own: for the booth in the dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete   Del</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Department</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Details of the devices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Details of the devices with a test message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Device</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Device id</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Device {device}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Devices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Devices: {bad} not well</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Disarm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Disarm for this evening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Disarm what</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Disarmed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Disarmed this evening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Does not answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Does not open it (Ctrl+W)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Does nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done again: {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drag a dot to move its line, or beside the dots to move all; with Alt they fan out.
The arrows move all by a degree, with Shift by a tenth, with Alt fan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drag, or ← → with Shift finer. Alt: no snap</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Due next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Duplicate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Duration</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>EDIT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>END OF LIST</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ENGINE LOST</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each emitter, filter and colour wheel by itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit mode places them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit mode: everything can be changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit: everything can be changed.
Click: Show mode, nothing can be changed (Ctrl+Shift+L)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edited: {name}. Ctrl+Z takes it back. {late}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edits of last time are torn.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edits since the show was opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edits that were not saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Emitters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End
blackout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End blackout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End it; nothing changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End it; nothing is written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End of list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End override</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End override of {kind}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End override of {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End the tour; Ctrl+K finds it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End {name} now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ends its loop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Engine lateness</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter does what is marked, ↑ ↓ go on (Ctrl+K)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter on a command, then its new key. Space stays GO, Esc panic.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter on one says what has been done about it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter opens the selected show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter takes it. Tab carries the path on; ↓ goes to the files below, Enter there opens a folder or takes a file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter, or a double click, chooses where it goes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter, or a double click.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter: back to where this edit was the last, or forth again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter: do it. Tab: complete. ↑ ↓: what was written before. Ctrl+W: close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter: it is so from now on. The plan stays as it is written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Error</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every command by its name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every conflict is settled.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything is stopped, {light}. {then}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exempt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export cancelled. {name} is not written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export: tables, USITT ASCII, a bundle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export: {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export: {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>FILE GONE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>FILE OUT OF REACH</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fade</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fade time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File of the new show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File. An existing file is never replaced; a missing folder is made</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Files of other programs (*.asc *.csv *.tsv *.xlsx *.lsp *.qxw);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter: cue 12, fixture, label …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find a command</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find a palette</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find a palette of {kind}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find a profile, say how many: F6, Fixtures.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find a profile, say how many; they get the next free address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find a show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find and replace</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find by name, group or key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find cues</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find cues ({key})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find fixtures by name, group or address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find in number, label, notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First a light device, which sends their universes; then find a profile and say how many.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First at {time}: {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First show in five steps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First, then GO for each</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fixture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fixture, group, spot1/pan, 1.7</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fixtures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fixtures and groups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fixtures and groups in it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fixtures, groups, devices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fixtures, ranges and other groups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Flag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Flag for the evening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Flag for this evening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Flag what</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Flagged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Flash</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Flash the master in hand, while it is held</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Flash {label}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fold, unfold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fold, unfold all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For example: {example}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forecast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Found; a press takes it over:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From above, upstage at the top</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From format {old} to {new}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From its beginning, waits included</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From the audience</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From {what}: {summary}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Front</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Full screen, and back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GO</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GO acts on this list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GO and all else work on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GO brings light back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GO does not come to this cue in order, so what tracks into it is not known.   </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GO on {names} brings it back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GO refused{left}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GO sets light first, as the cues before it leave it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GO with Space. Ctrl+Shift+R marks it as a rehearsal.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GO {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GO {told}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GO, panic and the lock keep their keys: fingers find them on every machine.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GO, while text is typed, too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GO{where}, {said}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GRAND MASTER {level}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give back its light, in {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give back the light of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give it the key all the same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on with everything that is paused (])</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go to the cue whose number is typed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go to what</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Goes to the next inside</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Grand master</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Grand master, submasters, flash (M)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Grand master: {effects}.
B: blackout. Shift+B, then ↑ ↓ PageUp PageDown: moves it; Home: full; Enter: done.{said}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Grid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group the selection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Groups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Guest list, CSV</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>HIGHLIGHT ON</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hand over the new one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hard start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hard stop what</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Held by hand   {held}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hex</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hide {column}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Highlight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Highlight and park</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Highlight and park (H)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Highlight off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Highlight or park</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hold it for {hold:.0f} s to leave Show mode.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hold its output whatever is played (Ctrl+Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Host and port of a network device, name of a MIDI port</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hotkey</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How bright Booth is ({keys}; here ← →)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How far it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How far looking is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How far the fade is, upwards, against its time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How late messages and frames leave the engine, over the last minute:
half of them within {time}, 99 of 100 within {p99}, the worst since the start {worst}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How late messages and frames leave the engine. Nothing was sent in the last minute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How late messages leave</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How levels are written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How levels stand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How long colours take; empty: as intensity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How long colours wait; empty: as intensity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How long it waits before the next cue comes: 3, 3s or 1:30</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How long the fade takes: 3, 3s or 1:30</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How many</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hue and saturation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Id</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ids</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>If armed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>If flagged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>If running</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import a file of another program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import cues, patch and plans into a new show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import from QLab, Eos, Excel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import of {name} cancelled. Nothing has changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import the rest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Importing {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In Edit mode drag fixtures from below into the room, or write position: [x, y, z] in metres in the patch.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In a window of its own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the last minute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Intensity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Intensity down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Intensity up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Interrupted when the engine was lost: {names}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Into a new show, {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Into this show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Is done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It changes nothing but comments and how things are written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its cues keep their timing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Jump to a cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep for ne&amp;xt time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep mine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep them where they are; your first edit puts them into the backups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Key let go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keys and commands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keys worth knowing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind of device</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind of message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kinds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>L&amp;eave</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>LIGHT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>LX</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last cue of the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last error</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last in {cue}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last segment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last {number} at {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last {number} of {list} at {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lasts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Late: the ways on, with their times</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lateness of the engine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Latest for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave out {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave them parked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leaves it out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left of the standby strip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let all of them follow the cues again, at once (Shift+Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let go of all {parked}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let go of all; asks first (Shift+Enter in the list)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let the list stand; what comes meanwhile is kept (Tab, Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Levels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Levels by fixture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Levels from 0 to 255</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Levels in hexadecimal, 00 to FF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Levels in percent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Levels of the universe</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light desk: Eos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light nodes answer no question: write the address of the node, or multicast. docs/console.md says why.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light of {name} is dark; GO on {name} brings it back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light over the network (sACN)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light, audio, video, group. GO plays the standby cue.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light, for an office or the open air</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light, sound, video and the running order, on one GO.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light: Ctrl+1, stage: Ctrl+4; with a device for them audio: Ctrl+2, video: Ctrl+3.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light: curve</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light: delay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light: look</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light: mark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light: time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List of edits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lists</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lists 1 to 9</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Live</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lo&amp;ok</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lo&amp;ok at them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Load</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Load to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Load to a time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Load to a time …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Load what</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Load {cue} to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loaded: GO begins at {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lock for the show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Locked for the show. Hold the badge to edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Log</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Log in a window of its own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Logistics</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Logistics items: seen, called, done, problem</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Logistics, CSV</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look for devices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look for it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking at {name} …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking for MIDI ports …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking for backups …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MIDI</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MIDI Show Control</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MIDI ports of this machine:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Macro</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Main room</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make it an edit of the open show, which can be undone; nothing is saved yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make it the template of new cues</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make them again: one edit, which can be undone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Master</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Masters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Match case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Median</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Memo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Merge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Merge with {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Messages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Messages leave late: {time} in the last minute.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Messages of this device alone: type the first letters (Tab, ↑ ↓)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Messages of which device</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Messages that left more than 2 ms late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Messages that the cue sends</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Messages that were sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mistakes: nothing is imported</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mixer: Behringer X32</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mode</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mode, slots</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mode: {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More faders</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Motion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move into the group above</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move out of its group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Must be done before it: {item}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Must be done before {blocks} starts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>NEW HERE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>NO ENGINE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>NOT KEPT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>NOT SAVED</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>NOT SAVED LAST TIME</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of a new palette of {kind}, from what is selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name, group, address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Names: spot1, or a range spot1..spot4</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New MIDI cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New OSC cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New arm cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New audio cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New disarm cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New fade cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New go to cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New in the file: it is there once the new state is handed over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New light cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New load cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New palette: its name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New panic cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New pause cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New release cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New resume cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New show from a template</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New show, from a template</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New show: {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New stage cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New start cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New stop cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New timer: tea 5m</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New video cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New wait cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New {kind} cues on this machine are like {number} from now on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No MIDI port is here now. Its name can be written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No cue is in standby</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No cue is selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No cue is selected. Click one; Shift and Ctrl select more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No cue selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No cues yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No data: no engine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No devices yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No fixture has a position</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No fixture is patched in this show.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No fixtures yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No groups yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No light device sends universe {universe}: fixtures need one first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No light goes out{but}. Cues run on underneath.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No palette is made: this cue sets no {kind} of {name}; set it first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No palette is made: write its name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No plan: {file} cannot be read ({why}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No plan: {wrong}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No profile fits '{typed}'. Write what it is, for example led par.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No run of show in this file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No segment follows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No segment has started</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No segment runs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No show file begins like this.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No show was opened on this machine yet. The demo shows what there is: press D.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No timer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No universe is patched</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No window for {name}: {strerror}. Run showctl in a terminal.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody answered. Is it on, and the address right? Only X32, M32, X Air and QLab answer; write others by hand.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not armed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not carried over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not flagged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not in it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not opened. Choose another show.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not saved: {refused}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not saved: {text}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not saved: {why}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note of the day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note: type it, Enter keeps it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Noted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Notes of the day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing can be edited, nothing covers GO: Ctrl+Shift+L.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing can be moved: {why_not}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing changes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing changes: it is so already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing changes: the cue itself says nothing of {kind} there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing happens unless all of these cues are armed. Numbers or ids, with commas between: 12, LX3. foyer/3 is one of another list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing happens unless all of these cues are flagged. Numbers or ids, with commas between: 12, LX3. foyer/3 is one of another list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing has been edited yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing has been noted today.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing has changed here. {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing has changed. {refused}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing has changed. {text}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing has changed. {why}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing has changed. {words}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing here that fits.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is active</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is fired again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is found.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is late, and nothing hard breaks: there is nothing to choose.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is left at its end; write for example −0:10</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is parked or highlighted. Type a fixture, a group, spot1/pan or an address such as 1.7 above.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is to be done that nobody has seen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is to be done.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is wrong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing of theirs changes the show as it is here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing sent yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing to be seen to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing to send</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing to {act}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was sent: {why_not}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was thrown away. {warning}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number or text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Numbers or ids, with commas between: 12, LX3. foyer/3 is one of another list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>OLDER FORMAT {old}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>OLDER STATE PLAYING</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ON BATTERY</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ON TIME</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>OSC</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>OUTPUTS OFF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>OVER</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Offset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Offset in its timeline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One at random</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One that sends universes 1-4 to this machine; its address is written under Devices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One, to 127</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only cues with a flag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only fixtures with these words (Tab); ↓ goes into the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only if</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only messages with all of these words (Tab)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only these</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only times, labels and notes change in a rehearsal. Edit mode changes the rest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only whole fixtures can be highlighted; parameters and addresses can be parked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only {words} cues</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a show file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open again: none of that holds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open another show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the demo show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opening {name} …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opens {show}; what plays goes on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Outputs are off: all this is kept, but nothing is sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Outputs are off: nothing is sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Over or under</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Overridden, cues run and keep their time, and {held}. A panic is sent all the same.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Overridden: what cues send is kept back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Override</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Override MIDI, or end that</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Override OSC, or end that</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Override all {words} output</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Override light, or end that</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PANIC</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Palettes of {kind}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pan in degrees</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Panic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Panic from {source}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Panic, no engine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Panic; again: at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Panics</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Panics it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Park</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Park at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Park at this level: 50, full, out, dmx 128; nothing: as it is now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Parked and highlighted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Parts of the cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paste</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paste after it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paste after the selection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paste cues</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paste properties</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paste properties …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paste selected properties</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Patch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Patch four fixtures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Patch in a window of its own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Patch, CSV</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Patch: fixtures, groups, devices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Path of another show file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Path of the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Path there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause everything that is active ([)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause or resume</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause what</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Peers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Picture of the room: file, width in metres, lower left corner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plan and front</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plan: hall.png 24 -12 -16</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Play</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Playlist</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plays what is inside as</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Port is open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Port name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Position</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Position: pan across, tilt up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Post</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Post-wait</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pre-wait</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Press a key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Press it now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Press the key for {words}. {leave} leaves it as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Problem</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Profile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Program change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Push all: hard times move, too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put GO where the settings say</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put the warning away (Tab, Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>READ-ONLY</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>REHEARSAL</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>REHEARSE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading the file …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading the show …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ready for the evening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Received</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recent shows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reduced motion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rehearsal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rehearsal · {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rehearse</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rehearse: the layout of the show; times, labels and notes can be changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rehearse: times, labels and notes can be changed.
Click: Show mode (Ctrl+Shift+L)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rehearse; from there: Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reload</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove {kind} from the cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Renumber</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Renumber …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Repeat</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replace all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reset all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reset the worst</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reset what</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resolume</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resume</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resume all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resume what</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rig</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rig from above</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rig from the audience</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rig in a window of its own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Right of the standby strip: for the left hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Round the colour wheel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rows as high as usual</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run of show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run of show tonight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run of show, CSV</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Runs now: edits count at once for what inside has not begun, else from the next start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Runs now: edits count from the next start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SAVED ELSEWHERE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SAVING …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SHOW</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>STANDBY</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sa&amp;ve</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save a co&amp;py</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save a copy as</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save it a&amp;new</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the show in the new format; the old file goes to the backups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save yours over it; what is there goes to the backups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved as {path}. The console goes on with {own}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scheduling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scroll</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search by name or by what it can do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seen: the logistics item on top</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seen: told again only when it is late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seen: {title}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Segment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Segments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Segments: start, end, take back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select (Enter); drag it into the plan, or Ctrl+Enter puts it in the middle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select fixtures above to change them in this cue. What is changed is written at once; Ctrl+Z takes it back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select fixtures, name the group: cues set all of it at once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Selected cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Selected only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send now what it does, without starting it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send now, without starting it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send there from now on, from this machine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send this message now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sending fails</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sends</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sends it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sends to {devices}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sends what this cue sends and sets, at once; it does not start, and standby stays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sent a second</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sent; nobody confirms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sequence, all by itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set up + GO</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set up and GO</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show file: new, open, save, import, export</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show it as its profile says, over all cues; again: no more (Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show it once more (Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show mode on; held for a second: off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show or hide the side panel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the cue list and the active cues again ({key})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the masters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the selected as their profiles say, over all cues; again: no more (Tab, Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the whole rig</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the whole rig (Home)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show what the selected row is about (Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show {column}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show: nothing can be changed.
Hold for a second: Edit mode (hold Ctrl+Shift+L)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shows (*.yaml *.yml *.zip)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shuffled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Side panel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign: it is safe, I answer for it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Since start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size of text and all else</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Skip the wait</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Skip the wait that it is in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody else has changed the file after these edits were begun. Taking them takes that back, as the list shows; Merge (Alt+M) keeps both.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something in the console failed: {said}. The rest works on; the log has the details.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sound</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stamped with time, segment, cue and author; on the disk at once, apart from the show file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Standby</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Standby here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Standby in the middle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Standby stays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Standby to the cue before (↑)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Standby to the cue before, after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Standby to the cue before, after; in Edit the selection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Standby to the first cue, the last</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Standby to the next cue (↓)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Standby to the selected cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Standby to the selected cue; in Edit write its label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Standby up, down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Standby where there is room</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Standby {cue}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Standby {who} {cue}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start now, standby stays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start the cue, standby stays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start the next segment, without a cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start the standby cue (Space)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start the standby cue ({plain})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start the tour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start what</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start {name} again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start {name} now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Starts it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Starts segment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Still working it out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop all others</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop all that is active; light stays where it is (Ctrl+K)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop everything in every list; {what}. Again while it runs: at once (Esc)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop what</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop, and as the file says</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stops everything that is active. Then light and devices come to where the cues before it leave them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stops everything, as the panic key. Disarm it instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stops it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Straight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>System</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>System exclusive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>THIS ENGINE IS SENDING</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tab</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tab, Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take all off the list (Tab, Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take back the end of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take back the start of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take it in: gaps first, then shorter segments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the flag off for this evening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the grand master in hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the last edit back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the merge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the show from here …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the show from the cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the show from {cue}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the warnings of this evening off the list (Tab, Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the {gel_said}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take theirs: one edit, which can be undone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taking from {cue} …{paused}{then}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taking the show from {called} was stopped.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taking the show from {called}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Template of new cues</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Templates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Test message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Test message to {device}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Test …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text larger, from the next start on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text smaller, from the next start on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That is a folder: write the name of a file in it, or choose one below</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That is more than one time. The inspector has all of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The backups cannot be read: {strerror}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The console closes when it is done.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The console failed at it, {said}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The copied cue has no property that others could have.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cues before it leave nothing to bring back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The day as a strip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The day book cannot be kept: {why}. What is written waits here, and is tried again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The device before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The edits are taken. Ctrl+S saves them, Ctrl+Z takes them back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The edits are thrown away. They are in the backups: showctl backups.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The edits stay in {place}. Your first edit puts them into the backups.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The engine has not said how it stands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The engine is playing. Left so, {does}; a console that opens this show has it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The engine plays the show as whoever has it open edits it. Here it is shown as it was when it was read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file as it is on the disk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file itself is still as it was. This is what was changed to open it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The levels that go out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The light of the cue that is selected in the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The light that goes out now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The light that the standby cue will make</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The line gave the keyboard back. Space is GO again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The list is {path}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The list is {place}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The list was not written: {error}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The list was not written: {why}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The log: {log_path}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The marked command has no key any more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The marked command has the key of the table again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The next GO brings it back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The next device</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The next list, the one before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The next region, the one before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The next tab of the side panel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The place in the cue where its next start begins: 1:30, or -10s before its end</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rest of the console works on, and the engine plays. The log has the details.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rig from above</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rig from above and from the audience</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rig from the audience</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The run of show, and what is due next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The screen of the caller view is gone. It opens again when the screen is back; here with {key}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The shape of the fade: linear, s, sine, exponential, square, or points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The show is yours to edit. It is as it is on the disk now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The show was edited meanwhile: this is what the merge comes to now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The system offers no way to hold it awake. Switch sleep and screen saver off in its settings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The tools</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The top bar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The two are merged. Ctrl+S saves the show, Ctrl+Z goes back to yours.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The worst counts from now on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Then</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Then (continue)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Then {cue}, waits for GO</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Then {cue}, {then}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no conflict.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no cue {number} in {list}.{near}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no difference, save perhaps in comments and how things are written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no run of show in this file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no template for this kind of cue. Those with one: {known}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing new.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing to do again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing to undo.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They are kept on the disk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They are not kept on the disk yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They change nothing but comments and how things are written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They go to the backups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This cart has no cues yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This cue says no more of it: it tracks from the cues before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This machine may fall asleep during the show.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This show has not sent to these from this machine. Nothing goes there until somebody agrees, once for this show and machine. Cues run and keep their time all the same.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Those that are sent to it: 1-4, or 1, 3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Throw awa&amp;y</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Throw away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tick what is to be pasted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tilt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tilt in degrees</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Timeline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Timeline of {group}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Timeline, by offsets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Timer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Timers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Timers: start, pause, add, remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Timers: {timers}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Times</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Times, label and notes of the cue; F5: back to the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Times, label, notes …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To, or port</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Today {at:%H:%M}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tour: the first show in five steps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Track</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tracking</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tracking sheet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Triggers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try aga&amp;in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Twelve colours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two, to 16383</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type of cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>UNDER</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>USITT ASCII</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Under 2 ms is well. Above 10 ms cues are seen to be late: see what else this machine does, and how the device that is named here is connected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undone: {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unflag what</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ungroup</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Universe {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Universe.address; empty: the next that are free</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Universes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unpark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unpark all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use {free}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Values a second</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Velocity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Video</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>W&amp;here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>W&amp;rite over it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>WARN</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wait</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wait for GO</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting to leave</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Warning</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ways on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What came in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What came of the last import</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What can be done with the cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What can be done with {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What cues send as {kind} leaves again; nothing is sent late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What did not come over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What follows: nothing, auto-continue, auto-follow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What has started and is not yet done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is wrong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is wrong with show, devices and engine stands here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What it comes to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What it does ({kind})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What it is: that decides how it is spoken to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What kind of message it is; another one begins anew, the device stays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What moves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What of the timeline is in sight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What people do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What people do on this cue; nothing is sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What starts it besides GO</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the device is told to do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the operator calls it: 12, 12.5, LX3. Cues that name it follow.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the operator needs to know before GO</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the {part} stands at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What to do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was not sent, or not understood</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What {name} has on the disk, against the show as it is open here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When the show is taken</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where GO is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where it goes in the device: /cue/12/go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where the fade ends</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where this show sends</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which light is shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which others</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>While it is active</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who gets it: a device of the patch page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who is meant</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whoever had {name} open to edit it has closed it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whose commands it knows; empty: messages are written out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With the times that each would give. Enter takes one; nothing changes before.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With what somebody else has changed since</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without what has mistakes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words of the message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workbook, Excel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Working out what the cues before it leave …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Working out what they change …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Worst</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write a name and a length, as tea 5m, and Enter. Enter on one lets it pause, or go on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write all that are shown to a file beside the show (Tab, Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write for example 1:30 or 90s from its GO on, −0:10 before its end</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write over it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the name of a file, for example my-show.yaml</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write three cues</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write what the fixtures are, for example led par.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write what to look for.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Writing {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wrong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yesterday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Zoom in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Zoom out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a MIDI cue needs a device of the type midi, and there is none; add one under Patch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a cue needs a number; write for example 12, 12.5 or LX3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a plan is a PNG, JPG or SVG file; write for example hall.png 24 -12 -16</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a quote is not closed; write it twice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a template is one cue; select one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a video cue needs a device with a profile, and there is none free; add one under Patch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a {kind} cue means another cue, and there is none yet; make that one first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>actual</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>adds its look</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>after {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>again: {again}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>all light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>all lists</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>all of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>all of it as tables, each on its sheet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>all of them are read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>also: {clash}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an OSC cue needs a device of the type osc, and there is none; add one under Patch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an audio cue needs a device with a profile, and there is none free; add one under Patch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an {kind} cue means another cue, and there is none yet; make that one first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>and {count} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>armed this evening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>as it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>as it is there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>as the show says</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>as up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>as written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>assert: what tracks in is played as if it moved it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>asserts what tracks in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>at rest: nothing moves it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>at rest; {cue} released it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>at {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>before hard start {hard} slips</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>beside it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>blackout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>block: no intensity tracks in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>block: nothing tracks in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>blue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>called</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cannot be reached</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cart</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>checking</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>conflict: {clash}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>continue of %n cue(s)</source>
            <translation>
                <numerusform>continue of %n cue</numerusform>
                <numerusform>continue of %n cues</numerusform>
            </translation>
        </message>
        <message>
            <source>control {control}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>control {control} to {value}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cue only: what it moves goes back with the next light cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cue {cue}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cue {group} would be left empty when all in it is {what}; take the group, too, or leave one cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cut</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>deleted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>device {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>disarmed this evening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>does not answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>does nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>drag them to where they are, or Ctrl+Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>edited</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>edited · NOT KEPT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>edited · kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>edited · kept {kept_at}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>edited · not kept yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>end of list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ends the loop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ends {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ends {time}{saved}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>engine lateness</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>engine lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>engine starting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>fixture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>flag off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>flagged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>flash</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>for a spreadsheet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>for {cut}, plan {plan}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>for {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>forecast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>frames of light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>given back, nothing tracks in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>gives back what tracks in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>gives back what was cue only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>goes no higher than</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>goes out times</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>goes to {level}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>grand master</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>green</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>grey</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>held: light is overridden</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>highlight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>highlighted, but at 0 in blackout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>highlighted{but}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>intensity of all fixtures that are not exempt goes out times this level</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it ended before it was done{what}; try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it stands there from before this engine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its profile: a slot that is not used stays at 0</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its width is more than 0 m, and no number more than 1000; write for example 24 -12 -16</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>keep both, mine first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>key held</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>key not let go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>key {hotkey}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>lasts {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>layout has changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>led par</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left alone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left, end it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left, wrap up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>level of {last}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>light device {name}, and what it sends</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>light goes out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>light holds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>light is held</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>lime</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>line left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>linear, s, sine, exponential, square, or points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>list {lists}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>list {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>loaded to {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>loop, lap {lap}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>makes it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mark: what it lights from dark moves into place before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>master {name} at {value}%</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>messages leave late: {time} in the last minute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>moved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>moved by cue {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>multiplies intensity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>never saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>new {kind} cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>next due · {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>next free</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no data: no engine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no engine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no intensity above it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no intensity goes out above this level, but that of exempt fixtures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no look yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no more by this key: {acts}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no standby</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no such parameter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nobody confirms: it has no question that it answers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>none of the selected cues can have any of that; select cues of the same type</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>none of the selected cues is a group; select one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not armed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not attached</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not known yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not used</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>note {note}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing has moved it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing is patched here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing left in the last minute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing of it is sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing: it was removed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>of all lists</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>of exempt fixtures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>of the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>of what is highlighted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>of what is parked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>of {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>on plan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>one edit: Ctrl+Z</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>open: mine stands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>orange</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>over plan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>p99 late, worst {worst}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pan {pan}, tilt {tilt}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>panic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>panics</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>parked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>parked at {level}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>past</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>patch, groups, cues for a lighting desk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pink</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>planned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>planned {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>port {port}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>problem</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>program {program}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>properties of {cue}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>purple</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ready</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>received</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>red</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rehearsal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>release {lists}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>renumbered from {before} to {now}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>repeats for ever</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>replace with</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>restarts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>runs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>saved {saved_at}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>saves a copy as {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>saves the show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>seen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>set in this cue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>several</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>showctl {version}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>showctl {version}     {priority}     {midi}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>shown where exempt from blackout, else at 0</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>shown, whatever cues do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>shutter closed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>shutter strobes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>signed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>since start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>skipped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sky</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>something in it would not play</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>standby {cue}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>standby {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>standby {standby}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>stands still</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>stop others {scope}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>stops</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>system exclusive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>takes the last edit back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>teal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>that is not one whole MIDI message; write for example 90 3C 64, or F0 7D 01 F7</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the device's</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the edits of last time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the folder above</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the next one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the panic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the rig holds its look</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the show and its profiles, for another machine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>then</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no kind of cue {kind}; write {known}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>they are all so already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this cannot be empty; write a value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this cannot be empty; write for example {example}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>to do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tracked from cue {source}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>try 3, 3s or 1:30</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>try {example}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>under plan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>undone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>until it is stopped</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>used by %n cue(s)</source>
            <translation>
                <numerusform>used by %n cue</numerusform>
                <numerusform>used by %n cues</numerusform>
            </translation>
        </message>
        <message>
            <source>violet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>wait</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>waits for GO</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>waits {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>well</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>what it starts would not play</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>when stopped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>when {number} is done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>where it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>will not play: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>within {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>worst {worst}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>write for example {example}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>write for example {example}, or bytes such as 90 3C 64</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>write the file, its width and lower left corner in metres: hall.png 24 -12 -16</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>write the name of the file, for example save as evening-2.yaml</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>yellow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{active} active</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{address} {what}, {level}. Comes from {source}. Below it {below}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{at_home} go home</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{at} of {found}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{came_over} came over.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{changed} is running: it counts at its next start.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{changed}{more} are running: it counts at their next start.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count:,} messages and frames</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} PARKED</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} messages{waiting}{lost}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} of the copied cue into {cues} selected, as one step of undo.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} open: mine stands there. {keys}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{count} properties pasted into %n cue(s)</source>
            <translation>
                <numerusform>{count} properties pasted into %n cue</numerusform>
                <numerusform>{count} properties pasted into %n cues</numerusform>
            </translation>
        </message>
        <message>
            <source>{count} renumbered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} times</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{cues} (goes|go) on</source>
            <translation>
                <numerusform>{cues} goes on</numerusform>
                <numerusform>{cues} go on</numerusform>
            </translation>
        </message>
        <message>
            <source>{cues} duplicated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{cues} grouped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{cues} grouped as cue {group}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{cues} ungrouped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{cue} is still in standby.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{cue} was out of sight. Press the key again if it is the one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{cue}, after GO: light of its list alone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{cue}, brought back by {by}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{cue}, when it is done: light of its list alone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{cue}, which is gone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{cue}: {palette}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{cut} of {plan}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{degrees} wide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{device} is missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{device} {broken} since {at}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{device} {what} to {end:g}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{does} (Enter)</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{field} of %n cue(s)</source>
            <translation>
                <numerusform>{field} of %n cue</numerusform>
                <numerusform>{field} of %n cues</numerusform>
            </translation>
        </message>
        <message>
            <source>{fixtures}, without a position</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{folder} is full of lists; take some away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{found} is at {to}. Enter adds it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{found} is what fits '{typed}' best. Enter adds it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{found} of {cues} cues</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{gel}: the gel that looks most like it; a click takes it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{hidden} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{hint}. Enter adds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{hours} h {minutes} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{item} is in {label}. Alt+{at} shows that list; GO is its own then.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{item} is not in the show any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{kept}; the next start offers them again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{kind} OUTPUT OVERRIDDEN since {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{kind} of {fixtures} in cue {cue}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{kind} {first} to {last}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{label} at full while it is held (F)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{label} is a cart: its cues are started directly, and none is in standby.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{label} moves no light: there is none to give back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{late} late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{least} to {most}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{left:.0f} seconds left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{listed}: held, whatever {over} and {last} do.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{load_said} · Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{locked}. A new show can be made of it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{master} master to {end:.0%}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{master} master {level:.0%}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{minus}{late:.1f} ms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{minutes} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{more:,} more lines. Type what you look for.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{more} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{named}{more}: this show has not sent there from this machine. Cues run, nothing goes there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} and {count} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} colours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} has edits that are not saved. {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is imported</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is not imported</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is not imported. {why}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is not written. {why}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is reloaded. Ctrl+Z goes back to yours; what was not saved is in the backups, too.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is there already; write another name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is written. {said}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is written: {came_over} came over.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} on the disk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} opens in a window of its own. This one goes on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} shorter: {length}, planned {planned}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} slips by {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} stays as it is: save under another name (Ctrl+Shift+S), or write it over in format {new}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} was moved or deleted. The show is still open here; save it anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} was not opened. {lines}{more}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} was saved by whoever has it open. It is shown here as it was before.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} · waits: {item}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}, and Enter. For example: {example}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}, and {more} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}, hard start {time:%H:%M}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}, hard: moves by {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}, hard: {time} later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}, {step} of {of}: {what} …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}. Arrows go from lamp to lamp, + and − zoom, Home fits; in Edit mode drag to place</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: drag, wheel or ↑ ↓ 1 %, with Shift 0.1 %; or type a number and Enter{fan}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: planned {planned} to {end}, {word} {start} to {stop}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: reading …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: {wrong}; showctl check {name} says more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{number} around it: {said}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{number} is inside {group} and cannot be in standby. Start it (V), or put {group} in standby.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{number} of 5: {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{number} stays in standby</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{one} or {fan}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{page} is in a window of its own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{parameter} coarse</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{parameter} fine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{parameter} ultra</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} cannot be written: {strerror}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{percent} % left{left}. Plug the machine in: without power the engine ends, and what it sends stops.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{place} is there already and is left as it is; see whether it fits.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{protocol} to {to}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{reading} · Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{recovery}. This is what taking them changes in {name}; the engine plays it from then on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{remedy} (line {line})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{said} It is one edit: Ctrl+Z takes it back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{said} {less} did not: see below.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{said}, moving</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{said}, rehearsal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{said}; did you mean '{near}'?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{selected} of {cues} selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{shown} belongs to {named}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{shown} stays with: {words}. Press another key, or {leave}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{since}: it keeps its waits and does nothing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{start} to {end} in {time}, {rate} a second</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{stem} messages {stamp}.tsv</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{step} of {of}: {what} …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{summary}. Enter: go to the cue.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{texts} in %n cue(s) (changes|change), as one step of undo.</source>
            <translation>
                <numerusform>{texts} in %n cue changes, as one step of undo.</numerusform>
                <numerusform>{texts} in %n cues change, as one step of undo.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{text}, %n fixture(s)</source>
            <translation>
                <numerusform>{text}, %n fixture</numerusform>
                <numerusform>{text}, %n fixtures</numerusform>
            </translation>
        </message>
        <message>
            <source>{text}. Nothing can be sent until an engine is started.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{time} after its GO</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{time} before its end</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{time} late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{time} since start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{time} slack</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{tip}. Ctrl+Tab: the next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title} failed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title} failed. {said}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title} · showctl</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title}. {said} {key} shows it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{told} (Ctrl+Shift+R)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{told} (Tab, Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{to} is written: {result}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{value}: not there any more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{what} (disarmed)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{what}, fade {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{why}. GO works all the same.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{why}. Nothing has changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{why}; write a name and a length: tea 5m</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{words} (Ctrl+W)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{words} (its hotkey goes first)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{words} · a square is 1 m</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{words}, off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{words}: not here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{words}: not in this mode</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{word} this evening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{word}: several</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{word}: {explained} (Tab, Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{written} · Enter sends it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>… and {count} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>← → and Enter choose one; the one that is chosen is taken away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>← → chooses, Enter settles it and goes on to the next.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>−1 min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>▲ no real-time priority: showctl doctor says how</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>▶  An engine is playing {title}, {words}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>●  set in this cue      ← 37  tracked from cue 37      ▢  given back by a block      –  nothing has moved it, or no such parameter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>● real-time priority granted</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BlackoutButton</name>
        <message>
            <source>Blackout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No light goes out; again: it is back</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CorrectPanel</name>
        <message>
            <source>Close the corrections</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Corrections</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Times, label and notes. Standby stays.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TextScale</name>
        <message>
            <source>Text {percent} % from the next start of the console on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text {percent} %.</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
