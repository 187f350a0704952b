{
    "application": {
        "layout": "List Layout"
    },
    "cues": [
        {
            "_type_": "MidiCue",
            "description": "GO on clearance",
            "id": "8fa15a96-ee3b-404a-baca-3df4fac0bd70",
            "index": 0,
            "message": "control_change channel=0 control=7 value=64",
            "name": "House lights to half",
            "pre_wait": 1.5,
            "stylesheet": "background: #4a4a8a; font-size: 12pt;"
        },
        {
            "_media_": {
                "duration": 2000,
                "elements": {
                    "UriInput": {
                        "_mtime": 1795449072.2047625,
                        "duration": 2000,
                        "uri": "file:///srv/show/audio/rain.wav"
                    },
                    "Volume": {
                        "volume": 0.5
                    }
                },
                "pipe": [
                    "UriInput",
                    "Volume",
                    "Equalizer10",
                    "DbMeter",
                    "AutoSink"
                ]
            },
            "_type_": "MediaCue",
            "default_start_action": "FadeInStart",
            "default_stop_action": "FadeOutStop",
            "duration": 2000,
            "fadein_duration": 3.0,
            "fadeout_duration": 5.0,
            "id": "1d5686f5-55e7-4c83-b307-9b153f57bab7",
            "index": 1,
            "name": "Rain",
            "next_action": "AutoFollow",
            "timecode": {
                "enabled": true,
                "replace_hours": false,
                "track": 1
            },
            "triggers": {
                "Ended": [
                    [
                        "d1ad6b92-15bd-40ce-82ce-7487906082e1",
                        "Start"
                    ]
                ]
            }
        },
        {
            "_type_": "MidiCue",
            "id": "98010fb6-3645-445d-830d-93c6c97b9a23",
            "index": 2,
            "message": "note_on channel=9 note=36 velocity=110",
            "name": "Thunder sampler",
            "next_action": "AutoNext",
            "post_wait": 2.5
        },
        {
            "_type_": "MidiCue",
            "id": "38ff7a37-3033-41de-9ed5-a2427e0c66d2",
            "index": 3,
            "message": "note_off channel=9 note=36 velocity=64",
            "name": "Thunder sampler off"
        },
        {
            "_type_": "MidiCue",
            "id": "9fd1a973-24ab-43c9-b43a-6ef95db85465",
            "index": 4,
            "message": "program_change channel=1 program=5",
            "name": "Desk scene 5"
        },
        {
            "_type_": "MidiCue",
            "id": "d61220f2-cf4e-4069-92b8-5898b409a7ac",
            "index": 5,
            "message": "pitchwheel channel=0 pitch=2048",
            "name": "Bend"
        },
        {
            "_type_": "MidiCue",
            "id": "c6aeda3d-b80c-4ad8-8d20-d9f5d67dba4f",
            "index": 6,
            "message": "polytouch channel=0 note=60 value=90",
            "name": "Poly pressure"
        },
        {
            "_type_": "MidiCue",
            "id": "df9dd59b-d558-4d4b-bd57-efd81b442b8c",
            "index": 7,
            "message": "song_select song=3",
            "name": "Song"
        },
        {
            "_type_": "MidiCue",
            "id": "6ccb3218-fbf6-49cb-af9f-f50b2b8165f6",
            "index": 8,
            "message": "songpos pos=300",
            "name": "Song position"
        },
        {
            "_type_": "MidiCue",
            "id": "9847f08b-a0f5-4f42-be0b-481748ac24f4",
            "index": 9,
            "message": "start",
            "name": "Sequencer start"
        },
        {
            "_type_": "MidiCue",
            "id": "1dff4006-28b9-4df9-a706-b922bdb86790",
            "index": 10,
            "name": "Not yet written"
        },
        {
            "_media_": {
                "duration": 500,
                "elements": {
                    "UriInput": {
                        "_mtime": 1795449072.210059,
                        "duration": 500,
                        "uri": "file:///srv/show/audio/door bell.wav"
                    }
                },
                "pipe": [
                    "UriInput",
                    "Volume",
                    "Equalizer10",
                    "DbMeter",
                    "AutoSink"
                ]
            },
            "_type_": "MediaCue",
            "controller": {
                "keyboard": [
                    [
                        "b",
                        "Start"
                    ]
                ],
                "midi": [
                    [
                        "note_on channel=0 note=40",
                        "Start"
                    ]
                ]
            },
            "default_start_action": "FadeInStart",
            "default_stop_action": "FadeOutStop",
            "description": "Twice if Ana is late",
            "duration": 500,
            "id": "d1ad6b92-15bd-40ce-82ce-7487906082e1",
            "index": 11,
            "name": "Door bell"
        },
        {
            "_type_": "VolumeControl",
            "duration": 4000,
            "fade_type": "Quadratic",
            "id": "2be02409-3645-4327-9660-9fd54bcd5e3e",
            "index": 12,
            "name": "Rain under",
            "target_id": "1d5686f5-55e7-4c83-b307-9b153f57bab7",
            "volume": 0.125
        },
        {
            "_type_": "SeekCue",
            "id": "279b1f50-49a9-4d83-8c16-9d1b38d6a830",
            "index": 13,
            "name": "Rain from the second half",
            "target_id": "1d5686f5-55e7-4c83-b307-9b153f57bab7",
            "time": 1000
        },
        {
            "_type_": "CollectionCue",
            "id": "c2a274f6-d95e-47a1-9fbc-5c0295934b0b",
            "index": 14,
            "name": "Bell and thunder",
            "targets": [
                [
                    "d1ad6b92-15bd-40ce-82ce-7487906082e1",
                    "Start"
                ],
                [
                    "98010fb6-3645-445d-830d-93c6c97b9a23",
                    "Start"
                ],
                [
                    "1d5686f5-55e7-4c83-b307-9b153f57bab7",
                    "FadeOutStop"
                ]
            ]
        },
        {
            "_type_": "IndexActionCue",
            "id": "0e69febb-2531-4465-8365-db17f3d9c792",
            "index": 15,
            "name": "Stop the one before",
            "target_index": -1
        },
        {
            "_type_": "IndexActionCue",
            "action": "Start",
            "id": "ee55bec8-45af-49f3-9816-f22a2ba9570b",
            "index": 16,
            "name": "Start the third",
            "relative": false,
            "target_index": 2
        },
        {
            "_type_": "IndexActionCue",
            "action": "Start",
            "id": "a2b34416-efc0-48ee-87ce-98e787c4f979",
            "index": 17,
            "name": "Start what is not there",
            "relative": false,
            "target_index": 90
        },
        {
            "_type_": "CommandCue",
            "command": "xdotool key F5; rm -rf \"$HOME/old slides\"",
            "id": "3b90783d-ead0-4a7c-9722-3b4106f61e0f",
            "index": 18,
            "name": "Slides on",
            "next_action": "AutoNext",
            "post_wait": 0.5
        },
        {
            "_type_": "StopAll",
            "action": "FadeOutStop",
            "id": "3d86ba96-7eb8-45b5-b63a-2e195efdc898",
            "index": 19,
            "name": "Everything off"
        },
        {
            "_type_": "StopAll",
            "action": "Pause",
            "id": "dd6a88c3-d0d7-4e66-bc64-f85f26d64191",
            "index": 20,
            "name": "Hold everything"
        }
    ],
    "plugins": {}
}